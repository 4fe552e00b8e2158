import { T, useText } from '#i18n';
import { ComboBox, TypedDateField } from '#ui';
import { dayOf, daysBetween } from '../parts/days';
import { nextDate, type Exception } from './model';
import { remandFault, REMANDS, saidOf, type RemandFault } from './remand';
import type { OutcomeState, Person } from './use-outcome';

type Props = {
  readonly state: OutcomeState;
  readonly day: string;
  readonly said: Exception;
  /** Of whom, and what was said of all; neither where this is said of all. */
  readonly of: { readonly person: Person; readonly all: Exception } | undefined;
  readonly onSay: (said: Exception) => void;
};

const lower = (text: string): string => text.trim().toLowerCase();

/** What a blank end, or the one typed, means. */
function UntilHint({ day, end, isOwn }: { day: string; end: string | undefined; isOwn: boolean }) {
  if (end === undefined) return <T id="outcome.until.open" />;
  const id = isOwn ? 'outcome.until.days' : 'outcome.until.next';
  return <T id={id} values={{ days: daysBetween(day, end) }} />;
}

type PartProps = Omit<Props, 'of'> & {
  readonly isOfOne: boolean;
  readonly fault: RemandFault | undefined;
};

type KindProps = PartProps & {
  /** The answer that what is typed stands for. */
  readonly kind: string | undefined;
};

type HintOptions = Pick<KindProps, 'state' | 'isOfOne' | 'kind'> & {
  /** What stands in the field. */
  readonly kept: string | undefined;
};

/** Which kind was begun, where only one fits; else that those on bail are not meant. */
function kindHint({ state, isOfOne, kept, kind }: HintOptions) {
  const begun = state.asked.kinds.find(({ id }) => id === kind);
  if (begun !== undefined && kept !== undefined && kept !== kind) return begun.label;
  const free = state.accused.filter(({ isFree }) => isFree).length;
  if (free === 0 || isOfOne) return undefined;
  return <T id="outcome.remand.free" values={{ count: free }} />;
}

function Kind({ state, said, isOfOne, fault, kind, onSay }: KindProps) {
  const t = useText();
  const { asked, problems } = state;
  const { kinds } = asked;
  // An exception shows what is its own; what it leaves blank was said of all.
  const kept = said.remand ?? (isOfOne ? undefined : asked.usual);
  const missing = fault === 'missing' && !isOfOne ? problems.remand : undefined;
  return (
    <ComboBox
      label={t('outcome.remand')}
      options={kinds}
      text={kinds.find(({ id }) => id === kept)?.label ?? kept ?? ''}
      onText={(typed) => {
        const known = kinds.find(({ label }) => lower(label) === lower(typed));
        const isBlank = lower(typed) === '';
        onSay({ ...said, remand: known?.id ?? (isBlank && isOfOne ? undefined : typed) });
      }}
      onChoose={(remand) => {
        onSay({ ...said, remand });
      }}
      hint={kindHint({ state, isOfOne, kept, kind })}
      error={fault === 'unknown' ? t('outcome.remand.unknown') : missing}
    />
  );
}

function Until({ state, day, said, fault, meant, onSay }: PartProps & { readonly meant: string }) {
  const t = useText();
  const { problems, nextOn } = state;
  const until = nextDate(meant, day);
  const own = until.kind === 'date' ? dayOf(until.edtf) : undefined;
  const end = own ?? (nextOn === undefined ? undefined : dayOf(nextOn));
  return (
    <TypedDateField
      label={t('outcome.until')}
      today={day}
      placeholder={t('outcome.next.placeholder')}
      text={said.until ?? ''}
      onChange={(text) => {
        onSay({ ...said, until: text === '' ? undefined : text });
      }}
      error={fault === 'past' ? t('outcome.until.past') : problems.until}
      hint={<UntilHint day={day} end={end} isOwn={own !== undefined} />}
    />
  );
}

/** The order of remand: its kind and until when, for all or for one. */
export function RemandFields({ of, ...props }: Props) {
  const { state, day, said } = props;
  const meant = saidOf(of?.all ?? {}, said, state.asked, of?.person.isFree);
  const parts = {
    ...props,
    isOfOne: of !== undefined,
    fault: remandFault(meant, state.asked, day),
  };
  return (
    <>
      <Kind {...parts} kind={meant.remand} />
      {REMANDS.some((type) => type === meant.remand) && <Until {...parts} meant={meant.until} />}
    </>
  );
}
