import { ChevronUp, CircleQuestionMark, Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import {
  Button,
  Chip,
  cx,
  HearingChain,
  IconButton,
  SheetSection,
  text,
  type ChainHearing,
  type ChainKind,
} from '#ui';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { daysBetween } from '../parts/days';
import { GoLink } from '../parts/GoLink';
import css from './Case.module.css';
import type { CaseForm } from './case-forms';
import { labelIn, type CasePage, type Hearing, type Proceeding } from './model';
import { hearingDay, isFixed } from './proceedings';

type Props = {
  readonly page: CasePage;
  readonly proceeding: Proceeding;
  readonly onForm: (form: CaseForm) => void;
};

const NOTHING_DONE = ['adjourned', 'notReached', 'cancelled'];

function kindOf(hearing: Hearing, today: string): ChainKind {
  const { status = 'fixed' } = hearing.record.fields;
  if (NOTHING_DONE.includes(status)) return 'adjourned';
  if (!isFixed(hearing)) return 'held';
  const on = hearingDay(hearing);
  return on === undefined || on >= today ? 'next' : 'open';
}

/** Days from a hearing at which nothing was done to the one that followed. */
function daysLost({ hearings }: Proceeding, hearing: Hearing, today: string): number | undefined {
  if (!NOTHING_DONE.slice(0, 2).includes(hearing.record.fields.status ?? '')) return undefined;
  const on = hearingDay(hearing);
  const next = hearings.find(({ record }) => record.id === hearing.next);
  const until = next === undefined ? today : (hearingDay(next) ?? today);
  return on === undefined ? undefined : Math.max(0, daysBetween(on, until));
}

type NoteProps = Omit<Props, 'onForm'> & { readonly hearing: Hearing; readonly today: string };

/** Cause and days lost, the order in short, who goes and what to bring. */
function HearingNote({ page, proceeding, hearing, today }: NoteProps) {
  const t = useText();
  const words = useFieldWords();
  const { adjournReason, adjournedBy, orderGist, goes, bring } = hearing.record.fields;
  const lost = daysLost(proceeding, hearing, today);
  const cause = [
    adjournReason && words.choice(adjournReason),
    adjournedBy && words.choice(adjournedBy),
    lost !== undefined && t('case.lost', { days: lost }),
  ].filter(Boolean);
  const ahead = kindOf(hearing, today) === 'next';
  const going = labelIn(page, goes);
  return (
    <>
      {cause.length > 0 && <span className={css.block}>{cause.join(', ')}</span>}
      {orderGist !== undefined && (
        <span className={cx(css.block, text.record)}>
          <Name>{orderGist}</Name>
        </span>
      )}
      {ahead && going !== '' && (
        <span className={css.block}>
          <T id="case.goes" values={{ who: <Name>{going}</Name> }} />
        </span>
      )}
      {ahead && bring !== undefined && (
        <span className={css.block}>
          <T id="case.bring" values={{ what: <Name>{bring}</Name> }} />
        </span>
      )}
    </>
  );
}

type EditProps = {
  readonly label: string;
  readonly form: CaseForm;
  readonly onForm: (form: CaseForm) => void;
};

function Edit({ label, form, onForm }: EditProps) {
  return (
    <span className={css.edit}>
      <IconButton
        icon={Pencil}
        label={label}
        onPress={() => {
          onForm(form);
        }}
      />
    </span>
  );
}

/** Nobody has said what came of a hearing: leads to where it is said. */
function MissingOutcome({ day }: { readonly day: string | undefined }) {
  return (
    <>
      <Chip tone="due" icon={CircleQuestionMark}>
        <T id="case.outcome.missing" />
      </Chip>{' '}
      <GoLink to={{ to: 'outcome', day }} className={css.enter}>
        <T id="case.outcome.enter" />
      </GoLink>
    </>
  );
}

/** Hearings of a proceeding as the chain wants them. */
function useChain({ page, proceeding, onForm }: Props): readonly ChainHearing[] {
  const t = useText();
  const today = useToday();
  const days = useDays(today);
  const words = useFieldWords();
  const outcomeOf = (hearing: Hearing): ReactNode => {
    const { outcome, status } = hearing.record.fields;
    const kind = kindOf(hearing, today);
    if (kind === 'next') return t('case.next');
    if (kind === 'open') return <MissingOutcome day={hearingDay(hearing)} />;
    return <Name>{outcome ?? words.choice(status ?? '', 'hearing', 'status')}</Name>;
  };
  return proceeding.hearings.map((hearing): ChainHearing => {
    const on = hearingDay(hearing);
    const kind = kindOf(hearing, today);
    const { fields, id } = hearing.record;
    const date = fields.on === undefined ? t('case.undated') : days.words(edtfOf(fields.on));
    const label = t('case.hearing.edit', { date });
    const away = on === undefined ? undefined : daysBetween(today, on);
    return {
      id,
      kind,
      on: on === undefined ? date : days.short(on),
      ...(kind === 'next' && away !== undefined && { onNote: t('date.away', { days: away }) }),
      ...(fields.purpose !== undefined && { purpose: <Name>{fields.purpose}</Name> }),
      outcome: (
        <>
          {outcomeOf(hearing)}
          <Edit
            label={label}
            form={{ title: 'kind.hearing', kind: 'hearing', id }}
            onForm={onForm}
          />
        </>
      ),
      note: <HearingNote page={page} proceeding={proceeding} hearing={hearing} today={today} />,
    };
  });
}

/** Of a longer chain only the latest are shown at first: what is next stays in sight. */
const MOST = 15;
const LATEST = 10;

/** One proceeding by its court and number, with its hearings along the line. */
export function ProceedingChain({ page, proceeding, onForm }: Props) {
  const t = useText();
  const words = useFieldWords();
  const [isWhole, setWhole] = useState(false);
  const chain = useChain({ page, proceeding, onForm });
  const folded = isWhole || chain.length <= MOST ? 0 : chain.length - LATEST;
  const { record, court, hearings } = proceeding;
  const { status = 'pending', type = '', result } = record.fields;
  const heading = record.label === '' ? court : record.label;
  return (
    <section className={css.proceeding}>
      <SheetSection
        margin={words.choice(type, 'proceeding', 'type')}
        title={<Name>{heading}</Name>}
        note={
          <>
            <Name>{heading === court ? '' : court}</Name>{' '}
            <span className={text.quieter}>
              {status !== 'pending' && `${words.choice(status, 'proceeding', 'status')} `}
              <T id="case.hearings.count" values={{ count: hearings.length }} />
            </span>
          </>
        }
        end={
          <Edit
            label={t('case.proceeding.edit', { name: heading })}
            form={{ title: 'kind.proceeding', kind: 'proceeding', id: record.id }}
            onForm={onForm}
          />
        }
      />
      {result !== undefined && (
        <p className={cx(css.result, text.record)}>
          <Name>{result}</Name>
        </p>
      )}
      {folded > 0 && (
        <div className={css.earlier}>
          <Button
            kind="quiet"
            icon={ChevronUp}
            onPress={() => {
              setWhole(true);
            }}
          >
            <T id="case.hearings.earlier" values={{ count: folded }} />
          </Button>
        </div>
      )}
      <HearingChain hearings={chain.slice(folded)} />
    </section>
  );
}
