import { boundsOf } from '#shared/domain/edtf';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import { currentStatus } from '#core/cases/index';
import type { RecordReader } from '#core/changes/ports';
import { briefPack } from '#core/exports/docx/templates/brief/adapters';
import type { BriefSection } from '#core/exports/docx/templates/brief/ports';
import { chainOf, delayTable, type DelayRow, type HearingDay } from '#core/hearings/index';
import type { PackIndex } from '#core/packs/index';
import { dueDay, isOverdue } from '#core/tasks/index';
import type { Packs } from './packs';

export type ChargeRead = {
  readonly record: RecordView<'charge'>;
  readonly section: BriefSection | undefined;
};

export type HearingRead = {
  readonly record: RecordView<'hearing'>;
  readonly previous: RecordId | undefined;
  readonly next: RecordId | undefined;
  readonly appearances: readonly RecordView<'appearance'>[];
};

export type ProceedingRead = {
  readonly record: RecordView<'proceeding'>;
  readonly court: string;
  readonly hearings: readonly HearingRead[];
  readonly delay: readonly DelayRow[];
};

export type TaskRead = {
  readonly record: RecordView<'task'>;
  readonly due: string | undefined;
  readonly isOverdue: boolean;
};

export type ContactRead = {
  readonly link: RecordView<'link'>;
  readonly contact: RecordView<'contact'>;
};

const dayIn = (date: { readonly edtf: string } | undefined): string | undefined =>
  date === undefined ? undefined : boundsOf(date.edtf).earliest?.slice(0, 10);

/** The pack a case follows; undefined where it is not at hand: nothing is then read by another's words. */
const packOfCase = (packs: Packs, matter: RecordView<'case'> | undefined): PackIndex | undefined =>
  matter?.fields.pack === undefined ? packs.fallback() : packs.find(matter.fields.pack);

const hearingDay = ({ id, fields }: RecordView<'hearing'>): HearingDay => ({
  id,
  on: dayIn(fields.on),
  status: fields.status,
  adjournReason: fields.adjournReason,
  adjournedBy: fields.adjournedBy,
  next: fields.next,
});

/** Contacts that a link ties to a record, whichever way it points. */
export function contactsOf(reader: RecordReader, id: RecordId): readonly ContactRead[] {
  const links = [...reader.referring('link', 'from', id), ...reader.referring('link', 'to', id)];
  return links.flatMap((link) => {
    const { from, to } = link.fields;
    const contact = reader.getOf('contact', from === id ? to : from);
    return contact === undefined || contact.isTrashed ? [] : [{ link, contact }];
  });
}

/** Reads the parts that pages of cases and persons share. `today` is a day at the courts. */
export function matterReader(reader: RecordReader, packs: Packs, today: string) {
  const charge = (
    record: RecordView<'charge'>,
    matter: RecordView<'case'> | undefined,
  ): ChargeRead => {
    const written = record.fields.section ?? record.fields.sectionText;
    const on = dayIn(record.fields.addedOn) ?? dayIn(matter?.fields.firAt) ?? today;
    const index = packOfCase(packs, matter);
    return {
      record,
      section:
        written === undefined || index === undefined
          ? undefined
          : briefPack(index).section(written, matter?.fields.region, on),
    };
  };

  return {
    charge,
    /** Charges against one accused. */
    chargesOf: (accused: RecordView<'accused'>, matter: RecordView<'case'> | undefined) =>
      reader.referring('charge', 'accused', accused.id).map((record) => charge(record, matter)),
    statusOf: (accused: RecordView<'accused'>) => currentStatus(accused.fields.statuses),
    proceeding: (
      record: RecordView<'proceeding'>,
      matter: RecordView<'case'> | undefined,
    ): ProceedingRead => {
      const hearings = new Map(
        reader.referring('hearing', 'proceeding', record.id).map((one) => [one.id, one]),
      );
      const days = [...hearings.values()].map(hearingDay);
      const { court, courtTitle } = record.fields;
      const titled = court === undefined ? undefined : packOfCase(packs, matter)?.court(court);
      return {
        record,
        court: courtTitle ?? titled?.label.en ?? court ?? '',
        hearings: chainOf(days).flatMap(({ hearing, previous, next }) => {
          const found = hearings.get(hearing.id);
          if (found === undefined) return [];
          const appearances = reader.referring('appearance', 'hearing', hearing.id);
          return [{ record: found, previous, next, appearances }];
        }),
        delay: delayTable(days, today),
      };
    },
    task: (record: RecordView<'task'>): TaskRead => {
      const hearing = dayIn(reader.getOf('hearing', record.fields.hearing)?.fields.on);
      return {
        record,
        due: dueDay(record.fields, hearing),
        isOverdue: isOverdue(record.fields, hearing, today),
      };
    },
  };
}

/** The record of a page, of its kind. Throws `input/not-found`. */
export function pageRecord<K extends 'case' | 'person'>(
  reader: RecordReader,
  kind: K,
  id: RecordId,
): RecordView<K> {
  const record = reader.getOf(kind, id);
  if (record === undefined) throw new AppError('input/not-found', { id });
  return record;
}
