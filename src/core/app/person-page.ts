import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import type { RecordReader } from '#core/changes/ports';
import { wallOf } from '#core/clocks/index';
import {
  releaseOf,
  totalHeld,
  troublesOf,
  type Bounds,
  type CustodyFile,
} from '#core/custody/index';
import type { PageParts } from './case-page';
import { labelsOf } from './labels';
import { contactsOf, matterReader, pageRecord } from './matters';

/** Wall time at the courts, as far as the file says. */
export type WallBounds = {
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
};

export const wallBounds = ({ earliest, latest }: Bounds, zone: string): WallBounds => ({
  earliest: earliest === undefined ? undefined : wallOf(earliest, zone),
  latest: latest === undefined ? undefined : wallOf(latest, zone),
});

/** Holds, places and events with the times they may mean. */
function custodyRead(reader: RecordReader, file: CustodyFile, zone: string, now: number) {
  const release = releaseOf(file.events);
  const spanned = <K extends 'hold' | 'placement'>(
    kind: K,
    spans: readonly { readonly id: RecordId; readonly from: Bounds; readonly until: Bounds }[],
  ) =>
    spans.flatMap(({ id, from, until }) => {
      const record = reader.getOf(kind, id);
      if (record === undefined) return [];
      return [{ record, from: wallBounds(from, zone), until: wallBounds(until, zone) }];
    });
  return {
    heldMinutes: totalHeld(file, now),
    release:
      release === undefined
        ? undefined
        : {
            step: release.step,
            next: release.next,
            at: release.at === undefined ? undefined : wallOf(release.at, zone),
          },
    holds: spanned('hold', file.holds),
    placements: spanned('placement', file.placements),
    events: file.events.flatMap(({ id, at }) => {
      const record = reader.getOf('custodyEvent', id);
      return record === undefined ? [] : [{ record, at: wallBounds(at, zone) }];
    }),
    troubles: troublesOf(file, now).map(({ kind, records, from, until }) => ({
      kind,
      records,
      from: wallOf(from, zone),
      until: wallOf(until, zone),
    })),
  };
}

export type PersonPageParts = PageParts & {
  readonly custody: (person: RecordId, zone: string) => CustodyFile;
};

/** Everything a detainee's page shows. Throws `input/not-found` and `pack/…`. */
export function personPage(parts: PersonPageParts, id: RecordId) {
  const { reader, rows, packs, lists, custody } = parts;
  const record = pageRecord(reader, 'person', id);
  const [standing] = lists.detainees({ among: [id], limit: 1, offset: 0 }).rows;
  if (standing === undefined) throw new AppError('input/not-found', { id, reason: 'trashed' });
  const zone = packs.fallback().pack.zone;
  const read = matterReader(reader, packs, lists.today());
  const inside = custodyRead(reader, custody(id, zone), zone, lists.minutes());
  const accusations = reader.referring('accused', 'person', id);
  const matters = accusations.flatMap((accused) => {
    const matter = reader.getOf('case', accused.fields.case);
    if (matter === undefined || matter.isTrashed) return [];
    const [row] = lists.cases({ among: [matter.id], limit: 1, offset: 0 }).rows;
    return [
      {
        record: matter,
        accused,
        status: read.statusOf(accused),
        charges: read.chargesOf(accused, matter),
        court: row?.court ?? '',
        nextOn: row?.nextOn,
      },
    ];
  });
  const documents = reader.referring('document', 'about', id);
  const orders = reader.referring('order', 'persons', id);
  const custodial = [...inside.holds, ...inside.placements, ...inside.events];
  const claims = [id, ...custodial.map((one) => one.record.id)].flatMap((about) =>
    reader.referring('claim', 'about', about),
  );
  const contacts = contactsOf(reader, id);
  const tasks = reader.referring('task', 'person', id).map((one) => read.task(one));
  const shown: readonly RecordView[] = [
    record,
    ...inside.holds.map((one) => one.record),
    ...inside.placements.map((one) => one.record),
    ...inside.events.map((one) => one.record),
    ...matters.flatMap((one) => [one.record, one.accused]),
    ...[...documents, ...orders, ...claims],
    ...contacts.map((one) => one.link),
    ...tasks.map((one) => one.record),
  ];
  return {
    record,
    standing,
    ...inside,
    orders,
    cases: matters,
    documents,
    contacts,
    claims,
    clocks: lists.clocks({ about: id }),
    tasks,
    labels: labelsOf(rows, shown),
  };
}
