import { Camera, FileLock2, PackageCheck } from 'lucide-react';
import { T, useText } from '#i18n';
import { CodedError } from '#renderer/app/parts';
import {
  Button,
  Icon,
  Inspector,
  InspectorRow,
  InspectorSection,
  Progress,
  RadioGroup,
  text,
} from '#ui';
import type { CallError } from '#renderer/app/bridge';
import { useBytes } from '../parts/use-bytes';
import css from './Bundles.module.css';
import { asksForWord, isClosedTo, takenOf, type Deciding } from './deciding';
import type { Waiting } from './model';
import type { Job } from './use-job';

const RESTS = ['setAside', 'refuse'] as const;

/** What it brings, in numbers. */
function Brings({ bundle }: { readonly bundle: Waiting }) {
  const t = useText();
  const bytes = useBytes();
  const { records, fresh, updates, conflicts, known, files, fileBytes } = bundle.counts;
  return (
    <InspectorSection title={<T id="bundles.brings" />}>
      <InspectorRow end={records}>{t('bundles.brings.records')}</InspectorRow>
      <InspectorRow end={fresh + updates}>{t('bundles.brings.values')}</InspectorRow>
      <InspectorRow end={<span className={conflicts > 0 ? css.conflict : ''}>{conflicts}</span>}>
        {t('bundles.brings.conflicts')}
      </InspectorRow>
      <InspectorRow end={bundle.asking.length}>{t('bundles.brings.asking')}</InspectorRow>
      <InspectorRow end={files} note={files > 0 ? bytes(fileBytes) : undefined}>
        {t('bundles.brings.files')}
      </InspectorRow>
      <InspectorRow end={known}>{t('bundles.brings.known')}</InspectorRow>
      <InspectorRow end={t(`bundles.level.${bundle.level}`)}>
        {t('bundles.numbers.level')}
      </InspectorRow>
    </InspectorSection>
  );
}

type Props = {
  readonly bundle: Waiting;
  readonly total: number;
  readonly deciding: Deciding;
  readonly onChange: (change: Partial<Deciding>) => void;
  readonly job: Job;
  readonly error: CallError | undefined;
  readonly onTake: () => void;
  readonly onClose: () => void;
};

/** What becomes of the records that are not ticked. */
function Rest({ deciding, onChange }: Pick<Props, 'deciding' | 'onChange'>) {
  const t = useText();
  return (
    <RadioGroup
      label={t('bundles.rest')}
      value={deciding.rest}
      onChange={(rest) => {
        onChange({ rest });
      }}
      options={RESTS.map((id) => ({
        id,
        label: t(`bundles.rest.${id}`),
        note: t(`bundles.rest.${id}.how`),
      }))}
    />
  );
}

/** Beside what a bundle brings: what it comes to, and the decision. */
export function ArrivedSide(props: Props) {
  const { bundle, total, deciding, onChange, job, error, onTake, onClose } = props;
  const t = useText();
  const count = takenOf(deciding, total);
  const { standing } = bundle;
  const off = isClosedTo(standing)
    ? t('bundles.take.closed')
    : asksForWord(standing) && !deciding.despite
      ? t('bundles.take.unverified')
      : undefined;
  return (
    <Inspector label={t('bundles.arrived.side')}>
      <Brings bundle={bundle} />
      <InspectorSection title={<T id="bundles.before.title" />}>
        <InspectorRow>
          <Icon of={Camera} size="s" /> <T id="bundles.before.copy" />
        </InspectorRow>
        <InspectorRow>
          <Icon of={FileLock2} size="s" /> <T id="bundles.before.disk" />
        </InspectorRow>
      </InspectorSection>
      <InspectorSection title={<T id="bundles.take.title" />}>
        <div className={css.stack}>
          {count < total && <Rest deciding={deciding} onChange={onChange} />}
          {job.now === undefined ? (
            <span className={css.acts}>
              <Button kind="main" icon={PackageCheck} off={off} onPress={onTake}>
                <T id="bundles.take" values={{ count }} />
              </Button>
              <Button onPress={onClose}>
                <T id="bundles.close" />
              </Button>
            </span>
          ) : (
            <Progress label={t('bundles.taking')} done={job.now.done} />
          )}
          <p className={text.quiet}>
            <T id="bundles.close.how" />
          </p>
          {error !== undefined && <CodedError error={error} />}
        </div>
      </InspectorSection>
    </Inspector>
  );
}
