import type { RecordId } from '#shared/domain/ids';
import type { RecordReader } from '#core/changes/ports';
import type { RecordQueries } from '#core/db/repositories/record-view';
import { labelsOf } from './labels';
import { contactsOf, matterReader, pageRecord } from './matters';
import type { Overviews } from './overviews';
import type { Packs } from './packs';

export type PageParts = {
  readonly reader: RecordReader;
  readonly rows: Pick<RecordQueries, 'byId'>;
  readonly packs: Packs;
  readonly lists: Overviews;
};

const LAST = 1_000_000;

/** Everything a case's page shows. Throws `input/not-found` and `pack/…`. */
export function casePage({ reader, rows, packs, lists }: PageParts, id: RecordId) {
  const record = pageRecord(reader, 'case', id);
  const read = matterReader(reader, packs, lists.today());
  const proceedings = reader
    .referring('proceeding', 'case', id)
    .map((one) => read.proceeding(one, record));
  const accused = reader
    .referring('accused', 'case', id)
    .map((one) => ({
      record: one,
      status: read.statusOf(one),
      charges: read.chargesOf(one, record),
    }))
    .toSorted((a, b) => (a.record.fields.serial ?? LAST) - (b.record.fields.serial ?? LAST));
  const charges = reader
    .referring('charge', 'case', id)
    .filter(({ fields }) => fields.accused === undefined)
    .map((one) => read.charge(one, record));
  const orders = reader.referring('order', 'case', id);
  const tasks = reader.referring('task', 'case', id).map((one) => read.task(one));
  const documents = reader.referring('document', 'about', id);
  const contacts = contactsOf(reader, id);
  const shown = [
    record,
    ...proceedings.flatMap((one) => [
      one.record,
      ...one.hearings.flatMap((hearing) => [hearing.record, ...hearing.appearances]),
    ]),
    ...accused.flatMap((one) => [one.record, ...one.charges.map((charge) => charge.record)]),
    ...charges.map((charge) => charge.record),
    ...orders,
    ...tasks.map((task) => task.record),
    ...documents,
    ...contacts.map((one) => one.link),
  ];
  return {
    record,
    proceedings,
    accused,
    charges,
    orders,
    clocks: lists.clocks({ about: id }),
    tasks,
    documents,
    contacts,
    labels: labelsOf(rows, shown),
  };
}
