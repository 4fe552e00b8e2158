import { useEffect, useRef, useState } from 'react';
import { Name, T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, ErrorNote, Panel, RadioGroup, Segmented } from '#ui';
import { useStep } from '../settings/use-step';
import { chooseQr } from './choose';
import { ReadGroups } from './ReadGroups';
import { groupState } from './digits';
import css from './Desks.module.css';
import type { Card } from './model';
import { TickGroups, type Ticked } from './TickGroups';

type Props = {
  readonly card: Card;
  readonly onClose: () => void;
  readonly onRevoke: () => void;
};

const WAYS = ['person', 'voice', 'qr'] as const;
type Way = (typeof WAYS)[number];
const MODES = ['tick', 'type'] as const;
type Mode = (typeof MODES)[number];

const NONE = Array.from({ length: 8 }, () => '');
const UNTICKED: readonly Ticked[] = Array.from({ length: 8 }, () => undefined);

function useCompared({ digits }: Card) {
  const [mode, setMode] = useState<Mode>('tick');
  const [typed, setTyped] = useState<readonly string[]>(NONE);
  const [ticked, setTicked] = useState<readonly Ticked[]>(UNTICKED);
  const states = digits.map((expected, at) =>
    mode === 'type' ? groupState(typed[at] ?? '', expected) : (ticked[at] ?? 'open'),
  );
  const wrong = states.findIndex((state) => state === 'differs');
  return {
    ...{ mode, setMode, typed, setTyped, ticked, setTicked },
    /** From 1. */
    wrong: wrong === -1 ? undefined : wrong + 1,
    left: states.filter((state) => state !== 'same').length,
  };
}

/** Notes what was compared; for a QR code it asks for the picture first. */
function useVerify({ id, digits }: Card, onDone: () => void) {
  const { isPending, error, setError, run } = useStep();
  const byDigits = async (how: 'person' | 'voice'): Promise<void> => {
    const result = await run(() => rihai.cards.verify({ id, how, digits: digits.join('') }));
    if (result.ok) onDone();
  };
  const byPicture = async (): Promise<void> => {
    const read = await chooseQr();
    if (read?.ok === false) setError(new CallError(read.error));
    if (read?.ok !== true) return;
    const { text } = read.value;
    const result = await run(() => rihai.cards.verifyScan({ id, text }));
    if (result.ok) onDone();
  };
  const verify = (way: Way): Promise<void> => (way === 'qr' ? byPicture() : byDigits(way));
  return { isPending, error, verify };
}

/** Whether the digits of a card are those that the person has: group by group, or by their QR code. */
export function Compare({ card, onClose, onRevoke }: Props) {
  const t = useText();
  const [way, setWay] = useState<Way>('person');
  const { isPending, error, verify } = useVerify(card, onClose);
  const compared = useCompared(card);
  const { wrong, left } = compared;
  const isByPicture = way === 'qr';
  const why =
    wrong === undefined ? t('desks.compare.left', { count: left }) : t('desks.compare.wrong.off');
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="desks.compare.title" values={{ name: <Name>{card.name}</Name> }} />}
      foot={
        <>
          <Button
            kind="main"
            isPending={isPending}
            off={isByPicture || left === 0 ? undefined : why}
            onPress={() => void verify(way)}
          >
            <T id={isByPicture ? 'desks.compare.scan' : 'desks.compare.verb'} />
          </Button>
          <Button kind="quiet" onPress={onClose}>
            <T id="desks.compare.later" />
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <HowCompared way={way} onChange={setWay} />
        {!isByPicture && <Groups card={card} {...compared} />}
        {!isByPicture && wrong !== undefined && <Differs group={wrong} onRevoke={onRevoke} />}
        {card.seized !== undefined && (
          <p className={css.lead}>
            <T id="desks.compare.seized" />
          </p>
        )}
        {error !== undefined && <CodedError error={error} />}
      </div>
    </Panel>
  );
}

type HowProps = { readonly way: Way; readonly onChange: (way: Way) => void };

function HowCompared({ way, onChange }: HowProps) {
  const t = useText();
  return (
    <RadioGroup
      label={t('desks.compare.how')}
      value={way}
      onChange={onChange}
      options={WAYS.map((one) => ({
        id: one,
        label: t(`desks.compare.how.${one}`),
        note: t(`desks.compare.how.${one}.note`),
      }))}
    />
  );
}

type GroupsProps = { readonly card: Card } & ReturnType<typeof useCompared>;

function Groups({ card, mode, setMode, typed, setTyped, ticked, setTicked }: GroupsProps) {
  const t = useText();
  return (
    <>
      <div className={css.mode}>
        <Segmented
          label={t('desks.compare.mode')}
          options={MODES.map((one) => ({ id: one, label: t(`desks.compare.mode.${one}`) }))}
          value={mode}
          onChange={setMode}
        />
      </div>
      <p className={css.lead}>
        <T id={`desks.compare.mode.${mode}.lead`} values={{ name: <Name>{card.name}</Name> }} />
      </p>
      {mode === 'tick' ? (
        <TickGroups digits={card.digits} ticked={ticked} onChange={setTicked} />
      ) : (
        <ReadGroups digits={card.digits} typed={typed} onChange={setTyped} />
      )}
    </>
  );
}

type DiffersProps = { readonly group: number; readonly onRevoke: () => void };

/** The moment all this is for: said at once and in plain words. */
function Differs({ group, onRevoke }: DiffersProps) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={note}>
      <ErrorNote
        what={<T id="desks.differs.what" values={{ group }} />}
        safe={<T id="desks.differs.safe" />}
        next={<T id="desks.differs.next" />}
        actions={
          <Button kind="risk" onPress={onRevoke}>
            <T id="desks.revoke" />
          </Button>
        }
      />
    </div>
  );
}
