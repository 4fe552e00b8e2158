import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { Name, T, useDays, useText } from '#i18n';
import { cx, Icon, SheetRow, text } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { rihai, value } from '#renderer/app/bridge';
import { edtfOf, useFieldWords } from '../forms';
import { NoNextDate } from '../parts/ClockDue';
import { daysBetween } from '../parts/days';
import { isOf } from '../parts/is-of';
import css from './Outcome.module.css';
import type { DayHearing } from './parts';

type Props = {
  readonly hearing: DayHearing;
  readonly today: string;
  readonly onChoose: () => void;
};

/** Whose hearing it is, and before which court. */
export function Matter({ hearing }: { readonly hearing: DayHearing }) {
  const { matterLabel, proceedingLabel, court, courtRoom, purpose } = hearing;
  const where = [...new Set([proceedingLabel, court])].filter(Boolean).join(', ');
  return (
    <>
      <Name className={text.name}>{matterLabel === '' ? proceedingLabel : matterLabel}</Name>
      <span className={css.under}>
        <Name>{where}</Name>
        {courtRoom !== '' && (
          <>
            {' '}
            <T id="outcome.room" values={{ room: <Name>{courtRoom}</Name> }} />
          </>
        )}
      </span>
      {purpose !== '' && (
        <span className={css.under}>
          <Name>{purpose}</Name>
        </span>
      )}
    </>
  );
}

/** Nothing is entered yet, and there is room for it. */
const Blanks = () =>
  [1, 2, 3, 4].map((column) => <span key={column} className={css.blank} aria-hidden />);

type Fields = RecordView<'hearing'>['fields'];

/** A hearing's fields; undefined until they are read. */
function useHearing(id: RecordId | undefined): Fields | undefined {
  const { data } = useQuery({
    queryKey: ['records', 'get', { id }],
    queryFn: () => (id === undefined ? undefined : value(rihai.records.get({ id }))),
    enabled: id !== undefined,
  });
  return isOf('hearing', data) ? data.fields : undefined;
}

function What({ fields }: { readonly fields: Fields }) {
  const words = useFieldWords();
  const { status = '', outcome, orderGist } = fields;
  return (
    <span>
      <Icon of={Check} size="s" />{' '}
      <Name>{outcome ?? words.choice(status, 'hearing', 'status')}</Name>
      {orderGist !== undefined && <Name className={cx(css.under, css.gist)}>{orderGist}</Name>}
    </span>
  );
}

function Why({ fields }: { readonly fields: Fields }) {
  const words = useFieldWords();
  const { adjournReason, adjournedBy } = fields;
  return (
    <span>
      {adjournReason !== undefined && words.choice(adjournReason)}
      {adjournedBy !== undefined && (
        <span className={css.under}>
          <T id="outcome.by" values={{ who: words.choice(adjournedBy) }} />
        </span>
      )}
    </span>
  );
}

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}/u;

/** What was entered: outcome, cause, the date that follows. */
function Entered({ hearing, today }: Omit<Props, 'onChoose'>) {
  const days = useDays(today);
  const fields = useHearing(hearing.id);
  const next = useHearing(fields?.next);
  if (fields === undefined) return null;
  const nextOn = edtfOf(next?.on);
  return (
    <>
      <What fields={fields} />
      <Why fields={fields} />
      <span>
        {next === undefined ? <NoNextDate /> : days.words(nextOn)}
        {WHOLE_DAY.test(nextOn) && nextOn >= today && (
          <span className={css.under}>
            <T id="date.away" values={{ days: daysBetween(today, nextOn) }} />
          </span>
        )}
      </span>
      <Name>{next?.purpose ?? ''}</Name>
    </>
  );
}

/** One hearing of the day that is not being entered now; pressing it enters it, or enters it anew. */
export function HearingLine({ hearing, today, onChoose }: Props) {
  const t = useText();
  const isOpen = (hearing.status ?? 'fixed') === 'fixed';
  const name = hearing.matterLabel === '' ? hearing.proceedingLabel : hearing.matterLabel;
  return (
    <SheetRow margin={hearing.isTimeKnown ? hearing.on.slice(11) : undefined}>
      <div className={cx(css.columns, css.line)}>
        <div className={css.matter}>
          <button
            type="button"
            className={css.choose}
            title={t(isOpen ? 'outcome.enter' : 'outcome.enterAgain', { name })}
            onClick={onChoose}
          >
            <Matter hearing={hearing} />
          </button>
        </div>
        {isOpen ? <Blanks /> : <Entered hearing={hearing} today={today} />}
      </div>
    </SheetRow>
  );
}
