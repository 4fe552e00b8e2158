import { Check, ChevronDown, FileDown } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useText, type MessageKey } from '#i18n';
import {
  Button,
  Checkbox,
  Icon,
  Inspector,
  InspectorRow,
  InspectorSection,
  RadioGroup,
  Segmented,
  text,
} from '#ui';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError, sayTrouble } from '#renderer/app/parts';
import { useFieldWords } from '../forms';
import { useBytes } from '../parts/use-bytes';
import { useCtrlKey } from '../parts/use-ctrl-key';
import { PrintButton } from '../print/PrintButton';
import { PAPERS, PROFILES, type PaperChoice, type PaperOrder, type Preview } from './paper';
import css from './Write.module.css';

type ChoiceProps = {
  readonly choice: PaperChoice;
  readonly onChoice: (choice: PaperChoice) => void;
};

/** For whom it is, on what it is printed, how much it tells. */
function Choices({ choice, onChoice }: ChoiceProps) {
  const t = useText();
  return (
    <div className={css.choices}>
      <RadioGroup
        label={t('write.profile')}
        value={choice.profile}
        onChange={(profile) => {
          onChoice({ ...choice, profile });
        }}
        options={PROFILES.map((id) => ({
          id,
          label: t(`write.profile.${id}`),
          note: t(`write.profile.${id}.how`),
        }))}
      />
      <Segmented
        label={t('write.paper')}
        value={choice.paper}
        onChange={(paper) => {
          onChoice({ ...choice, paper });
        }}
        options={PAPERS.map((id) => ({ id, label: t(`write.paper.${id}`) }))}
      />
      <Checkbox
        isSelected={choice.fullAddresses}
        onChange={(fullAddresses) => {
          onChoice({ ...choice, fullAddresses });
        }}
      >
        <T id="write.fullAddresses" />
      </Checkbox>
      <Checkbox
        isSelected={choice.fullIdentity}
        onChange={(fullIdentity) => {
          onChoice({ ...choice, fullIdentity });
        }}
      >
        <T id="write.fullIdentity" />
      </Checkbox>
    </div>
  );
}

/** What the file holds and the paper does not say. */
function HeldBack({ heldBack }: { readonly heldBack: Preview['heldBack'] }) {
  const t = useText();
  const words = useFieldWords();
  return (
    <InspectorSection title={<T id="write.heldBack" />} count={heldBack.length}>
      {heldBack.length === 0 && (
        <p className={text.quiet}>
          <T id="write.heldBack.none" />
        </p>
      )}
      {heldBack.map(({ kind, field, reason, times }) => {
        const why: MessageKey = `write.reason.${reason}`;
        return (
          <InspectorRow
            key={`${kind} ${field} ${reason}`}
            end={t('write.times', { times })}
            note={t(why)}
          >
            {words.kind(kind)}
            {field !== '' && <span className={text.quiet}> {words.field(kind, field)}</span>}
          </InspectorRow>
        );
      })}
    </InspectorSection>
  );
}

type Written = { readonly name: string; readonly sizeBytes: number; readonly sha256: string };

/** Where a paper was written, with its hash. */
function WrittenNote({ written }: { readonly written: Written }) {
  const bytes = useBytes();
  const size = bytes(written.sizeBytes);
  return (
    <div role="status" className={css.written}>
      <p>
        <Icon of={Check} size="s" />{' '}
        <T id="write.written" values={{ name: <Name>{written.name}</Name>, size }} />
      </p>
      <p className={css.hash}>
        <bdi>{written.sha256}</bdi>
      </p>
      <p className={text.quiet}>
        <T id="write.outside" />
      </p>
    </div>
  );
}

type ExportProps = { readonly paper: PaperOrder; readonly preview: Preview };

/** Writes the paper where the user says, and tells its hash; or prints it as it stands. */
function Export({ paper, preview }: ExportProps) {
  const [isBusy, setBusy] = useState(false);
  const [written, setWritten] = useState<Written>();
  const [error, setError] = useState<CallError>();
  const write = async (): Promise<void> => {
    if (isBusy) return;
    const chosen = await rihai.files.chooseSave({ name: preview.fileName });
    if (!chosen.ok) sayTrouble(new CallError(chosen.error));
    if (!chosen.ok || chosen.value === undefined) return;
    const { token, name } = chosen.value;
    setBusy(true);
    const result = await rihai.write.export({ ...paper, token });
    setBusy(false);
    setError(result.ok ? undefined : new CallError(result.error));
    setWritten(result.ok ? { name, ...result.value } : undefined);
  };
  useCtrlKey('e', () => void write());
  return (
    <div className={css.export}>
      <Button
        kind="main"
        icon={FileDown}
        keys="Ctrl E"
        isPending={isBusy}
        onPress={() => void write()}
      >
        <T id="write.export" />
      </Button>
      <PrintButton
        printable={{
          ...{ what: 'paper', subject: paper.subject.id },
          ...{ paper: paper.paper, lines: preview.lines },
        }}
      />
      {error !== undefined && <CodedError error={error} />}
      {written !== undefined && <WrittenNote written={written} />}
    </div>
  );
}

type Props = ChoiceProps & {
  readonly paper: PaperOrder;
  readonly preview: Preview | undefined;
  /** Shows the next blank in the paper. */
  readonly onNextBlank: () => void;
};

/** Beside the paper: how it is made, what is blank, what stays back, and the way out. */
export function WriteSide({ paper, preview, choice, onChoice, onNextBlank }: Props) {
  const t = useText();
  return (
    <Inspector label={t('write.side')}>
      <Choices choice={choice} onChoice={onChoice} />
      {preview !== undefined && (
        <>
          <InspectorSection title={<T id="write.blanks" />} count={preview.blanks}>
            {preview.blanks === 0 ? (
              <p className={text.quiet}>
                <T id="write.blanks.none" />
              </p>
            ) : (
              <>
                <p className={text.quiet}>
                  <T id="write.blanks.how" />
                </p>
                <Button icon={ChevronDown} onPress={onNextBlank}>
                  <T id="write.blanks.next" />
                </Button>
              </>
            )}
          </InspectorSection>
          <HeldBack heldBack={preview.heldBack} />
          <Export paper={paper} preview={preview} />
        </>
      )}
    </Inspector>
  );
}
