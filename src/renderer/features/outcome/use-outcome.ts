import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useText } from '#i18n';
import { ADJOURNED_BY, ADJOURNMENT_REASONS } from '#shared/domain/records/court-days';
import { rihai, value } from '#renderer/app/bridge';
import { run, useDraft } from '#renderer/app/parts';
import { useFieldWords, usePack } from '../forms';
import { dayOf } from '../parts/days';
import {
  BLANK,
  enteredOf,
  isPutOff,
  nextDate,
  optionMeant,
  whatMeant,
  whatsOf,
  type Typed,
} from './model';
import type { DayHearing } from './parts';
import {
  NO_REMAND,
  remandAsked,
  remandFault,
  REMANDS,
  remandsOf,
  saidOf,
  type RemandAsked,
  type Remanded,
} from './remand';

/** Nobody of these is brought to court in this case any more. */
const GONE = ['discharged', 'acquitted', 'convicted', 'notArrested', 'absconding', 'unnamed'];

export type Person = Remanded & { readonly label: string };

/** Who is brought in this case, and whether the proceeding has a further date already. */
function useMatter({ matter, proceeding, id }: DayHearing, day: string) {
  const { data } = useQuery({
    queryKey: ['cases', 'one', { id: matter }],
    queryFn: () => (matter === undefined ? undefined : value(rihai.cases.one({ id: matter }))),
    enabled: matter !== undefined,
  });
  const accused = (data?.accused ?? []).filter(({ status }) => !GONE.includes(status ?? ''));
  const hearings = data?.proceedings.find(({ record }) => record.id === proceeding)?.hearings ?? [];
  return {
    accused: accused.map(({ record, status }) => ({
      id: record.id,
      isFree: status === 'onBail',
      label: (data?.labels[record.fields.person ?? record.id] ?? '') || (record.fields.name ?? ''),
    })),
    hasFurtherDate: hearings.some(
      ({ record }) =>
        record.id !== id &&
        (record.fields.status ?? 'fixed') === 'fixed' &&
        dayOf(record.fields.on?.edtf ?? '') > day,
    ),
  };
}

/** Answers that the fields offer. */
function useAnswers() {
  const t = useText();
  const words = useFieldWords();
  const pack = usePack();
  return useMemo(() => {
    const reasons = ADJOURNMENT_REASONS.map((id) => ({ id, label: words.choice(id) }));
    const causes = ADJOURNED_BY.map((id) => ({ id, label: words.choice(id) }));
    return {
      whats: whatsOf(pack?.outcomes ?? [], (status) => words.choice(status, 'hearing', 'status')),
      reasons,
      causes,
      remands: [
        ...REMANDS.map((id) => ({ id, label: words.choice(id) })),
        { id: NO_REMAND, label: t('outcome.remand.none') },
      ],
      purposes: (pack?.purposes ?? []).map(({ label }) => ({ id: label, label })),
      purposeCode: (words: string) =>
        pack?.purposes.find(({ label }) => label === words.trim())?.code,
      usuallyBy: (reason: string) =>
        pack?.adjournmentReasons.find(({ code }) => code === reason)?.usuallyBy,
    };
  }, [t, words, pack]);
}

export type Problems = Readonly<
  Partial<
    Record<'what' | 'reason' | 'by' | 'gist' | 'next' | 'purpose' | 'remand' | 'until', string>
  >
>;

/** What is typed for one hearing: kept as a draft, with what is wrong with it by field. */
function useTypedOutcome(hearing: DayHearing) {
  const draft = useDraft<Typed>({ record: hearing.id, kind: 'hearing', path: 'form/outcome' });
  const [own, setOwn] = useState<Typed>();
  const [problems, setProblems] = useState<Problems>({});
  const typed: Typed = own ?? draft.found ?? { ...BLANK, purpose: hearing.purpose };
  const { keep } = draft;
  useEffect(() => {
    if (own !== undefined) keep(own);
  }, [own, keep]);
  return {
    typed,
    isRead: draft.isRead,
    problems,
    setProblems,
    change: (part: Partial<Typed>): void => {
      setOwn({ ...typed, ...part });
      setProblems((before) =>
        Object.fromEntries(Object.entries(before).filter(([name]) => !(name in part))),
      );
    },
    drop: (): void => {
      draft.clear();
      setOwn(undefined);
    },
  };
}

/** The orders of remand that were meant, and whether something is wrong with one. */
function useRemand(
  typed: Typed,
  accused: readonly Remanded[],
  asked: RemandAsked,
  when: { readonly day: string; readonly nextOn: string | undefined },
) {
  const t = useText();
  const isWrong =
    asked.isAsked &&
    accused.some(({ id, isFree }) =>
      remandFault(saidOf(typed.all, typed.exceptions[id], asked, isFree), asked, when.day),
    );
  const problem: Problems = isWrong ? { remand: t('outcome.remand.missing') } : {};
  return { problem, remands: remandsOf(typed, accused, asked, when) };
}

/** What the typed words mean, and what is wrong with them. */
function useMeaning(typed: Typed, purpose: string, day: string) {
  const t = useText();
  const answers = useAnswers();
  const what = whatMeant(typed.what, answers.whats);
  const next = nextDate(typed.next, day);
  const reason = optionMeant(typed.reason, answers.reasons)?.id;
  const by = optionMeant(typed.by, answers.causes)?.id;
  const isLost = (text: string, id: string | undefined): boolean =>
    isPutOff(what?.status) && text.trim() !== '' && id === undefined;
  const isPast = next.kind === 'date' && dayOf(next.edtf) <= day;
  const wrong: Problems = {
    ...(what === undefined && { what: t('outcome.what.missing') }),
    ...(isLost(typed.reason, reason) && { reason: t('outcome.reason.unknown') }),
    ...(isLost(typed.by, by) && { by: t('outcome.by.unknown') }),
    ...(next.kind === 'wrong' && { next: t('outcome.next.wrong') }),
    ...(isPast && { next: t('outcome.next.past') }),
  };
  const nextOn = next.kind === 'date' ? next.edtf : undefined;
  const asked = remandAsked(what, answers.purposeCode(purpose), answers.remands);
  return { answers, what, reason, by, next, nextOn, wrong, asked };
}

/** Everything about entering one outcome: what is typed, what it means, what is wrong, saving it. */
export function useOutcome(hearing: DayHearing, day: string, zone: string, onSaved: () => void) {
  const t = useText();
  const words = useFieldWords();
  const { accused, hasFurtherDate } = useMatter(hearing, day);
  const { setProblems, drop, ...form } = useTypedOutcome(hearing);
  const { wrong, ...meaning } = useMeaning(form.typed, hearing.purpose, day);
  const [isSaving, setSaving] = useState(false);
  const { what, reason, by, next, nextOn, asked } = meaning;
  const { problem, remands } = useRemand(form.typed, accused, asked, { day, nextOn });

  const save = async (): Promise<void> => {
    const all = { ...wrong, ...problem };
    setProblems(all);
    if (Object.keys(all).length > 0 || what === undefined || isSaving) return;
    const ids = accused.map(({ id }) => id);
    const meant = { what, reason, by, nextOn, remands };
    const entered = enteredOf(hearing.id, form.typed, meant, ids, zone);
    const name = hearing.matterLabel === '' ? hearing.proceedingLabel : hearing.matterLabel;
    const said = t('outcome.saved', { name, what: what.label });
    setSaving(true);
    const result = await run(rihai.hearings.enterOutcome(entered), said);
    setSaving(false);
    if (!result.ok) return;
    if (result.value.isSaved) {
      drop();
      onSaved();
      return;
    }
    const faults = result.value.faults.map((fault) => [
      FIELD_OF[fault.path.replace(/^orders\/\d+/u, 'orders')] ?? 'what',
      words.fault(fault),
    ]);
    setProblems(Object.fromEntries(faults) as Problems);
  };

  return {
    ...form,
    ...meaning,
    accused,
    isSaving,
    save,
    /** Nothing would come after this. */
    isLeftWithout: what !== undefined && !what.isEnd && next.kind === 'empty' && !hasFurtherDate,
  };
}

export type OutcomeState = ReturnType<typeof useOutcome>;

const FIELD_OF: Readonly<Record<string, keyof Problems>> = {
  outcome: 'what',
  status: 'what',
  orderGist: 'gist',
  adjournReason: 'reason',
  adjournedBy: 'by',
  'orders/type': 'remand',
  'orders/until': 'until',
  'next/on': 'next',
  'next/purpose': 'purpose',
};
