import { CalendarX2, Plus } from 'lucide-react';
import { T, useDays, useText, Name } from '#i18n';
import {
  Button,
  Chip,
  CustodyPicture,
  EmptyState,
  EventTable,
  Menu,
  SheetRow,
  text,
  type CustodyEventRow,
} from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { stateOf } from '../parts/ClockDue';
import { dueOf, dueWords } from '../parts/due';
import { custodyData, type CustodyWords } from './custody-data';
import css from './Detainee.module.css';
import { labelIn, type PersonPage } from './model';
import type { OnForm, PersonForm } from './person-forms';

type Props = { readonly page: PersonPage; readonly onForm: OnForm };

const NEW: readonly PersonForm[] = [
  { title: 'detainee.add.custodyEvent', kind: 'custodyEvent' },
  { title: 'detainee.add.hold', kind: 'hold' },
  { title: 'detainee.add.placement', kind: 'placement' },
];

/** What can be written of someone's custody. */
export function AddCustody({ onForm }: Pick<Props, 'onForm'>) {
  const t = useText();
  return (
    <Menu
      label={t('detainee.add')}
      trigger={
        <Button icon={Plus}>
          <T id="detainee.add" />
        </Button>
      }
      entries={NEW.map(({ kind }) => ({ id: kind, label: t(`kind.${kind}`) }))}
      onAction={(kind) => {
        const form = NEW.find((one) => one.kind === kind);
        if (form !== undefined) onForm(form);
      }}
    />
  );
}

function useCustodyWords(today: string): CustodyWords {
  const t = useText();
  const words = useFieldWords();
  return {
    hold: (type) => words.choice(type ?? '', 'hold', 'type'),
    event: (type) => words.choice(type ?? '', 'custodyEvent', 'type'),
    order: (type) => words.choice(type ?? '', 'order', 'type'),
    trouble: (_kind, days) => t('detainee.gap', { days }),
    clock: (clock) => dueWords(dueOf(clock), today, t),
    state: (clock) => (clock.override === undefined ? stateOf(dueOf(clock), today) : 'overridden'),
  };
}

type Line = {
  readonly id: RecordId;
  readonly kind: 'hold' | 'placement' | 'custodyEvent';
  /** Wall time to order by; '' where no date is known. */
  readonly at: string;
  /** EDTF; '' where no date is known. */
  readonly date: string;
  /** End of a span, EDTF. */
  readonly until?: string;
  readonly what: string;
  readonly where: string;
  readonly source: string;
};

/** Holds, places and events in one list, the latest first. */
function useLines(page: PersonPage): readonly Line[] {
  const words = useFieldWords();
  const holds = page.holds.map(({ record, from }): Line => {
    const { fields } = record;
    return {
      id: record.id,
      kind: 'hold',
      at: from.earliest ?? from.latest ?? '',
      date: edtfOf(fields.from),
      until: edtfOf(fields.until),
      what: `${words.kind('hold')}: ${words.choice(fields.type ?? '', 'hold', 'type')}`,
      where: fields.authority ?? labelIn(page, fields.case),
      source: words.choice(labelIn(page, fields.order), 'order', 'type'),
    };
  });
  const placements = page.placements.map(({ record, from }): Line => {
    const { fields } = record;
    const type = words.choice(fields.type ?? '', 'placement', 'type');
    return {
      id: record.id,
      kind: 'placement',
      at: from.earliest ?? from.latest ?? '',
      date: edtfOf(fields.from),
      until: edtfOf(fields.until),
      what: `${words.kind('placement')}: ${type}`,
      where: fields.place ?? '',
      source: fields.source ?? '',
    };
  });
  const events = page.events.map(({ record, at }): Line => {
    const { fields } = record;
    const type = words.choice(fields.type ?? '', 'custodyEvent', 'type');
    return {
      id: record.id,
      kind: 'custodyEvent',
      at: at.earliest ?? at.latest ?? '',
      date: edtfOf(fields.at),
      what: fields.note === undefined ? type : `${type}: ${fields.note}`,
      where: [fields.place, fields.authority].filter(Boolean).join(', '),
      source: labelIn(page, fields.document),
    };
  });
  return [...holds, ...placements, ...events].toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** A day, or a day and its minute; `~` and `?` say that it is about so, or doubted. */
const POINT = /^(?<day>\d{4}-\d{2}-\d{2})(?:T(?<time>\d{2}:\d{2}))?(?<mark>[~?%]?)$/u;

function useRows({ page, onForm }: Props): readonly CustodyEventRow[] {
  const t = useText();
  const days = useDays(useToday());
  /** A point in short: the margin is narrow. `~3 Apr 21:30` is about then. */
  const when = (edtf: string): string => {
    const { day, time = '', mark = '' } = POINT.exec(edtf)?.groups ?? {};
    if (day === undefined) return days.words(edtf);
    const isAbout = mark === '~' || mark === '%';
    const isDoubted = mark === '?' || mark === '%';
    return `${isAbout ? '~' : ''}${days.short(day)} ${time}`.trim() + (isDoubted ? ' ?' : '');
  };
  const open = ({ kind, id }: Line): void => {
    onForm({ title: `kind.${kind}`, kind, id });
  };
  return useLines(page).map((line) => ({
    id: line.id,
    when:
      line.date === '' ? (
        t('form.unknown')
      ) : (
        <span title={days.words(line.date)}>{when(line.date)}</span>
      ),
    what: (
      <button
        type="button"
        className={css.open}
        onClick={() => {
          open(line);
        }}
      >
        <Name>{line.what}</Name>
        {line.until !== undefined && line.until !== '' && (
          <span className={text.quiet}>
            {', '}
            <T
              id="date.until"
              values={{ date: <bdi className={text.nowrap}>{when(line.until)}</bdi> }}
            />
          </span>
        )}
      </button>
    ),
    where: <Name>{line.where}</Name>,
    source: <Name>{line.source}</Name>,
  }));
}

/** What does not fit together in the file. */
function Troubles({ page }: { readonly page: PersonPage }) {
  const t = useText();
  const today = useToday();
  const days = useDays(today);
  if (page.troubles.length === 0) return null;
  return (
    <SheetRow>
      <ul className={css.troubles}>
        {page.troubles.map(({ kind, from, until, records }) => (
          <li key={`${kind} ${from} ${records.join(' ')}`}>
            <Chip tone="due" icon={CalendarX2}>
              <T
                id={`detainee.trouble.${kind as 'placedWithoutHold'}`}
                values={{
                  from: days.words(from),
                  until: until.startsWith(today) ? t('detainee.now') : days.words(until),
                }}
              />
            </Chip>
          </li>
        ))}
      </ul>
    </SheetRow>
  );
}

/** The custody of a person: a picture, then a table of the same; a line opens its form. */
export function CustodyTab({ page, onForm }: Props) {
  const today = useToday();
  const days = useDays(today);
  const rows = useRows({ page, onForm });
  const data = custodyData(page, today, useCustodyWords(today));
  if (rows.length === 0)
    return (
      <div className={css.empty}>
        <EmptyState
          title={<T id="detainee.custody.none" />}
          action={<AddCustody onForm={onForm} />}
        >
          <T id="detainee.custody.how" />
        </EmptyState>
      </div>
    );
  return (
    <>
      {data === undefined ? (
        <EventTable rows={rows} />
      ) : (
        <CustodyPicture
          title={<T id="detainee.custody.since" values={{ date: days.short(data.from) }} />}
          data={{ ...data, events: rows }}
        />
      )}
      <Troubles page={page} />
    </>
  );
}
