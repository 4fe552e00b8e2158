import { LockOpen, PenLine, ShieldAlert } from 'lucide-react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, Chip, cx, FactStrip, SheetHead, text, type Fact } from '#ui';
import type { RecordView } from '#shared/domain/registry';
import { useGo } from '#renderer/app/navigation';
import { Standing } from '../detainees/Standing';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { NoNextDate } from '../parts/ClockDue';
import { OpenClock } from '../parts/ClockWhy';
import { hasUrdu } from '../parts/has-urdu';
import { AddCustody } from './CustodyTab';
import css from './Detainee.module.css';
import { openClocks, statusSince, type PersonPage } from './model';
import type { OnForm } from './person-forms';

const MINUTES_OF_DAY = 1440;
const EXACT_DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Name in the other script, where the file has it. */
function otherScript({ fields, label }: RecordView<'person'>): string | undefined {
  return fields.names?.find(
    ({ value }) => value.script === 'arabic' && value.kind !== 'parentage' && value.text !== label,
  )?.value.text;
}

/** `son of Daud Khayali, 34 years old, schoolteacher`. */
function About({ record }: { readonly record: RecordView<'person'> }) {
  const t = useText();
  const words = useFieldWords();
  const days = useDays(useToday());
  const { names = [], ageYears, bornOn, occupation } = record.fields;
  const parent = names.find(
    ({ value }) => value.kind === 'parentage' && value.script !== 'arabic',
  )?.value;
  const bornText = (edtf: string): string =>
    EXACT_DAY.test(edtf) ? days.short(edtf) : days.words(edtf);
  const parts = [
    parent && [words.choice(parent.relation ?? ''), parent.text].filter(Boolean).join(' '),
    ageYears === undefined ? undefined : t('detainee.age', { years: ageYears }),
    bornOn && t('detainee.born', { date: bornText(edtfOf(bornOn)) }),
    occupation,
  ].filter((part) => part !== undefined && part !== '');
  if (parts.length === 0) return null;
  return (
    <p className={text.quiet}>
      <Name>{parts.join(', ')}</Name>
    </p>
  );
}

/** The gravest clock; pressing it opens its reasoning. */
function ClocksFact({ page }: { readonly page: PersonPage }) {
  const today = useToday();
  const [worst] = openClocks(page);
  if (worst === undefined) return <T id="detainee.clocks.none" />;
  return <OpenClock clock={worst} today={today} />;
}

type FactProps = { readonly page: PersonPage };

/** The next day fixed, and that one is wanted where someone is inside. */
function NextDate({ page }: FactProps) {
  const today = useToday();
  const days = useDays(today);
  const { nextOn, isInside } = page.standing;
  if (nextOn?.startsWith(today) === true)
    return <T id="detainees.today" values={{ time: <bdi>{nextOn.slice(11)}</bdi> }} />;
  if (nextOn !== undefined) return days.weekday(nextOn);
  return isInside ? <NoNextDate /> : <T id="detainee.next.none" />;
}

function useCustodyFacts(page: PersonPage): readonly Fact[] {
  const t = useText();
  const days = useDays(useToday());
  const words = useFieldWords();
  const { isInside, placeType = '', place, heldFrom, confirmedOn, daysHeld } = page.standing;
  const inAll = Math.round(page.heldMinutes / MINUTES_OF_DAY);
  const held = (isInside ? daysHeld : undefined) ?? inAll;
  const since = statusSince(page);
  const where = place === '' ? words.choice(placeType, 'placement', 'type') : place;
  return [
    {
      id: 'status',
      label: t('detainee.fact.status'),
      value: <Standing row={page.standing} />,
      note: since && t('date.since', { date: days.short(since) }),
    },
    {
      id: 'place',
      isWide: true,
      label: t('detainee.fact.place'),
      value: (
        <span className={css.long} title={where}>
          <Name>{where === '' ? t('form.unknown') : where}</Name>
        </span>
      ),
      note: confirmedOn && t('detainee.seen', { date: days.short(confirmedOn) }),
    },
    {
      id: 'held',
      label: t('detainee.fact.held'),
      value: t('detainee.days', { days: held }),
      note: [
        isInside && heldFrom !== undefined && t('date.since', { date: days.short(heldFrom) }),
        // Days are counted and minutes are rounded: one apart is the same.
        inAll > held + 1 && t('detainee.inAll', { days: inAll }),
      ]
        .filter(Boolean)
        .join(', '),
    },
  ];
}

function useFacts(page: PersonPage): readonly Fact[] {
  const t = useText();
  const custody = useCustodyFacts(page);
  const { nextOn, court } = page.standing;
  const count = (state: string): number => page.clocks.filter((one) => one.state === state).length;
  return [
    ...custody,
    {
      id: 'next',
      label: t('detainee.fact.next'),
      value: <NextDate page={page} />,
      note: nextOn && (
        <span className={css.long} title={court}>
          <Name>{court}</Name>
        </span>
      ),
    },
    {
      id: 'clocks',
      label: t('detainee.fact.clocks'),
      value: <ClocksFact page={page} />,
      note: (['breached', 'due', 'running', 'met'] as const)
        .filter((state) => count(state) > 0)
        .map((state) => t(`detainee.clocks.${state}`, { count: count(state) }))
        .join(', '),
    },
  ];
}

/** What harms now: inside without any basis, a release that stands still. */
function Alarms({ page }: { readonly page: PersonPage }) {
  const words = useFieldWords();
  const { standing, release } = page;
  const isBare = standing.isInside && !standing.hasBasis;
  if (!isBare && release === undefined) return null;
  return (
    <p className={css.alarms}>
      {isBare && (
        <Chip tone="breach" icon={ShieldAlert}>
          <T id="detainee.noBasis" />
        </Chip>
      )}
      {release !== undefined && (
        <Chip tone="due" icon={LockOpen}>
          <T
            id="detainee.release"
            values={{
              step: words.choice(release.step, 'custodyEvent', 'type'),
              next: words.choice(release.next, 'custodyEvent', 'type'),
            }}
          />
        </Chip>
      )}
    </p>
  );
}

type Props = { readonly page: PersonPage; readonly onForm: OnForm };

/** The header card: who, why inside, where, since when, the next date, alarms. */
export function PersonHead({ page, onForm }: Props) {
  const t = useText();
  const go = useGo();
  const facts = useFacts(page);
  const { record } = page;
  const other = otherScript(record);
  return (
    <SheetHead
      title={
        <span className={css.person}>
          <Name className={hasUrdu(record.label) ? css.urdu : undefined}>
            {record.label === '' ? t('record.unnamed') : record.label}
          </Name>
          {other !== undefined && <Name lang="ur">{other}</Name>}
        </span>
      }
      actions={
        <>
          <Button
            icon={PenLine}
            onPress={() => {
              go({ to: 'write', id: record.id });
            }}
          >
            <T id="detainee.write" />
          </Button>
          <AddCustody onForm={onForm} />
        </>
      }
    >
      <About record={record} />
      {record.fields.whyInside !== undefined && (
        <p className={cx(text.record, css.why)} title={record.fields.whyInside}>
          <Name>{record.fields.whyInside}</Name>
        </p>
      )}
      <Alarms page={page} />
      <FactStrip facts={facts} />
    </SheetHead>
  );
}
