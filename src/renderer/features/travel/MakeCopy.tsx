import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { Name, T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { Button, Icon, Panel, Progress, Select } from '#ui';
import type { Planned } from '../bundles/model';
import { useJob } from '../bundles/use-job';
import { useMoments } from '../history/use-moments';
import { ChoosePassphrase } from '../secrets/ChoosePassphrase';
import { useNewPassphrase } from '../secrets/use-new-passphrase';
import { chooseFolder, type Folder } from './choose-folder';
import { FolderField } from './FolderField';
import type { MadeCopy } from './model';
import css from '../parts/Carried.module.css';

type Props = { readonly plan: Planned; readonly onClose: () => void };
type Place = Folder & { readonly carrier: string | undefined };

const FORM = 'travel-make';
/** A day in court, a week, a month, a season. */
const DAYS = ['2', '7', '30', '90'] as const;
type Days = (typeof DAYS)[number];

/** Where it is to lie, by the dialog of the system, and whether that is a good place. */
function usePlace() {
  const [place, setPlace] = useState<Place>();
  const [error, setError] = useState<CallError>();
  const choose = async (): Promise<void> => {
    const chosen = await chooseFolder('newVault');
    if (chosen === undefined) return;
    const looked = await rihai.travel.look({ token: chosen.token });
    setError(looked.ok ? undefined : new CallError(looked.error));
    setPlace(looked.ok ? { ...chosen, carrier: looked.value.carrier } : undefined);
  };
  return { place, trouble: error, choose };
}

/** Makes it, and says how far it is. */
function useCopy({ plan }: Pick<Props, 'plan'>) {
  const client = useQueryClient();
  const job = useJob('travel');
  const [made, setMade] = useState<MadeCopy>();
  const [error, setError] = useState<CallError>();
  const make = async (token: string, passphrase: Uint8Array, days: number): Promise<void> => {
    setError(undefined);
    const input = { token, seen: plan.seen, passphrase, days };
    const result = await job.run((id) => rihai.travel.make({ job: id, ...input }));
    passphrase.fill(0);
    if (!result.ok) setError(new CallError(result.error));
    else if (result.value.made !== undefined) setMade(result.value.made);
    await client.invalidateQueries();
  };
  return { job, made, error, make };
}

/** Where it lies, and a warning where that place is copied to somebody else. */
function Where({ place, trouble, choose }: ReturnType<typeof usePlace>) {
  return (
    <>
      <FolderField name={place?.name} onChoose={() => void choose()}>
        <T id="travel.folder.how" />
      </FolderField>
      {place?.carrier !== undefined && (
        <p className={css.warning}>
          <Icon of={TriangleAlert} size="s" />{' '}
          <T id="travel.folder.carrier" values={{ carrier: <Name>{place.carrier}</Name> }} />
        </p>
      )}
      {trouble !== undefined && <CodedError error={trouble} />}
    </>
  );
}

/** The last things that are asked: where, for how long, and the words that open it. */
export function MakeCopy({ plan, onClose }: Props) {
  const t = useText();
  const where = usePlace();
  const [days, setDays] = useState<Days>('30');
  const passphrase = useNewPassphrase();
  const { job, made, error, make } = useCopy({ plan });
  const { place } = where;
  if (made !== undefined && place !== undefined)
    return <Made made={made} name={place.name} onClose={onClose} />;
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const isReady = await passphrase.check();
    if (isReady && place !== undefined && job.now === undefined)
      void make(place.token, passphrase.bytes(), Number(days));
  };
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="travel.make.verb" />}
      foot={
        <Button
          kind="main"
          type="submit"
          form={FORM}
          off={place === undefined ? t('travel.folder.first') : undefined}
          isPending={job.now !== undefined}
        >
          <T id="travel.make.verb" />
        </Button>
      }
    >
      <form id={FORM} className={css.form} onSubmit={(event) => void submit(event)}>
        <Where {...where} />
        <Select
          label={t('travel.days')}
          hint={t('travel.days.how')}
          placeholder={t('travel.days')}
          value={days}
          onChange={setDays}
          options={DAYS.map((id) => ({ id, label: t('travel.days.count', { count: Number(id) }) }))}
        />
        <p className={css.lead}>
          <T id="travel.words.lead" />
        </p>
        <ChoosePassphrase {...passphrase.fields} />
        {job.now !== undefined && (
          <Progress label={t('travel.making')} done={job.now.done} onCancel={job.cancel} />
        )}
        {error !== undefined && <CodedError error={error} />}
      </form>
    </Panel>
  );
}

type MadeProps = {
  readonly made: MadeCopy;
  readonly name: string;
  readonly onClose: () => void;
};

function Made({ made: { records, files, untilMs }, name, onClose }: MadeProps) {
  const go = useGo();
  const moment = useMoments();
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="travel.made.title" />}
      foot={
        <Button
          kind="main"
          autoFocus
          onPress={() => {
            go({ to: 'exchange', tab: 'travel' });
          }}
        >
          <T id="keepers.added.close" />
        </Button>
      }
    >
      <div className={css.form} role="status">
        <p className={css.lead}>
          <T id="travel.made" values={{ name: <Name>{name}</Name>, records, files }} />
        </p>
        <p className={css.lead}>
          <T id="travel.made.words" />
        </p>
        <p className={css.lead}>
          <T id="travel.made.until" values={{ when: moment(untilMs) }} />
        </p>
      </div>
    </Panel>
  );
}
