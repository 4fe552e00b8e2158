import { useQuery } from '@tanstack/react-query';
import { CornerDownLeft } from 'lucide-react';
import type { KeyboardEvent, SubmitEvent } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, ComboBox, cx, SheetRow, text, TextArea, TypedDateField } from '#ui';
import { rihai, value } from '#renderer/app/bridge';
import { useFieldWords } from '../forms';
import { dayOf, daysBetween } from '../parts/days';
import { useFocusOnFault } from '../parts/use-focus-on-fault';
import { Matter } from './HearingLine';
import { isPutOff } from './model';
import css from './Outcome.module.css';
import type { DayHearing } from './parts';
import { Production } from './Production';
import { useOutcome, type OutcomeState } from './use-outcome';

type Props = {
  readonly hearing: DayHearing;
  readonly day: string;
  readonly onSaved: () => void;
};

type FieldProps = { readonly state: OutcomeState; readonly day: string };

const narrowed = <O extends { readonly label: string }>(options: readonly O[], typed: string) => {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  const isChosen = options.some(({ label }) => label === typed);
  return isChosen
    ? options
    : options.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
};

/** How many hearings a day holds already: a load seen while choosing it. */
function useLoad(day: string | undefined): number | undefined {
  const input = { on: day ?? '' };
  const { data } = useQuery({
    queryKey: ['today', 'read', input],
    queryFn: () => value(rihai.today.read(input)),
    enabled: day !== undefined,
  });
  return data?.hearings.first.filter(({ on }) => dayOf(on) === day).length;
}

const ISO_DAY = 10;

function Next({ state, day }: FieldProps) {
  const t = useText();
  const { typed, change, next, problems, isLeftWithout } = state;
  const on = next.kind === 'date' && next.edtf.length >= ISO_DAY ? dayOf(next.edtf) : undefined;
  const load = useLoad(on !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(on) ? on : undefined);
  return (
    <div className={cx(css.next, css.headed)}>
      <TypedDateField
        label={t('outcome.column.next')}
        today={day}
        placeholder={t('outcome.next.placeholder')}
        text={typed.next}
        // The field says by itself, and better, what is no date.
        error={next.kind === 'wrong' ? undefined : problems.next}
        onChange={(text) => {
          change({ next: text });
        }}
        hint={
          on !== undefined &&
          load !== undefined && (
            <T id="outcome.load" values={{ days: daysBetween(day, on), count: load }} />
          )
        }
        {...(isLeftWithout && { warning: t('outcome.without') })}
      />
    </div>
  );
}

function Why({ state }: FieldProps) {
  const t = useText();
  const { typed, change, answers, what, problems } = state;
  const words = useFieldWords();
  if (!isPutOff(what?.status)) return null;
  return (
    <>
      <div className={cx(css.why, css.headed)}>
        <ComboBox
          label={t('outcome.why')}
          options={narrowed(answers.reasons, typed.reason)}
          text={typed.reason}
          error={problems.reason}
          onText={(reason) => {
            change({ reason });
          }}
          onChoose={(id) => {
            const usual = answers.usuallyBy(id);
            change({
              reason: words.choice(id),
              ...(usual !== undefined && { by: words.choice(usual) }),
            });
          }}
        />
      </div>
      <div className={css.by}>
        <ComboBox
          label={t('outcome.whom')}
          options={narrowed(answers.causes, typed.by)}
          text={typed.by}
          error={problems.by}
          onText={(by) => {
            change({ by });
          }}
          onChoose={(id) => {
            change({ by: words.choice(id) });
          }}
        />
      </div>
    </>
  );
}

function Fields({ state, day }: FieldProps) {
  const t = useText();
  const { typed, change, answers, what, problems } = state;
  return (
    <>
      <div className={cx(css.what, css.headed)}>
        <ComboBox
          autoFocus
          label={t('outcome.column.what')}
          options={narrowed(answers.whats, typed.what)}
          text={typed.what}
          error={problems.what}
          hint={what !== undefined && what.label !== typed.what.trim() ? what.label : undefined}
          onText={(text) => {
            change({ what: text });
          }}
          onChoose={(id) => {
            change({ what: answers.whats.find((one) => one.id === id)?.label ?? '' });
          }}
        />
      </div>
      <Why state={state} day={day} />
      <Next state={state} day={day} />
      <div className={cx(css.purpose, css.headed)}>
        <ComboBox
          label={t('outcome.column.purpose')}
          options={narrowed(answers.purposes, typed.purpose)}
          text={typed.purpose}
          error={problems.purpose}
          onText={(purpose) => {
            change({ purpose });
          }}
          onChoose={(purpose) => {
            change({ purpose });
          }}
        />
      </div>
    </>
  );
}

/** The order of the time before: what today was about. */
function LastOrder({ hearing }: { readonly hearing: DayHearing }) {
  if (hearing.lastOrder === '') return null;
  return (
    <div className={css.last}>
      <p className={cx(text.quieter, text.small)}>
        <T id="outcome.last" />
      </p>
      <p className={text.record}>
        <Name>{hearing.lastOrder}</Name>
      </p>
    </div>
  );
}

/** Says how much of it would be saved, and saves it. */
function Foot({ state }: { readonly state: OutcomeState }) {
  return (
    <div className={css.foot}>
      <Button type="submit" kind="main" icon={CornerDownLeft} isPending={state.isSaving}>
        <T id={state.isLeftWithout ? 'outcome.saveWithout' : 'outcome.save'} />
      </Button>
      <span className={text.quieter}>
        <T id="outcome.keys" />
      </span>
    </div>
  );
}

/** The row being worked on: what happened, why and by whom, the order, who was produced, what follows. */
export function OutcomeForm({ hearing, day, onSaved }: Props) {
  const t = useText();
  const days = useDays(day);
  const { data: info } = useQuery({
    queryKey: ['vault', 'info'],
    queryFn: () => value(rihai.vault.info()),
  });
  const state = useOutcome(hearing, day, info?.zone ?? 'UTC', onSaved);
  const form = useFocusOnFault(Object.keys(state.problems).length);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void state.save();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void state.save();
  };
  const time = hearing.isTimeKnown ? hearing.on.slice(11) : days.short(day);
  if (!state.isRead || info === undefined) return null;
  return (
    <SheetRow look="active" margin={<b>{time}</b>}>
      <form ref={form} noValidate onSubmit={submit} onKeyDown={onKeyDown} className={css.form}>
        <div className={css.columns}>
          <div className={css.matter}>
            <Matter hearing={hearing} />
          </div>
          <LastOrder hearing={hearing} />
          <Fields state={state} day={day} />
        </div>
        <div className={css.columns}>
          <div className={css.order}>
            <TextArea
              label={t('outcome.gist')}
              rows={2}
              value={state.typed.gist}
              error={state.problems.gist}
              longest={20_000}
              onChange={(gist) => {
                state.change({ gist });
              }}
            />
          </div>
          <Production state={state} day={day} />
        </div>
        <Foot state={state} />
      </form>
    </SheetRow>
  );
}
