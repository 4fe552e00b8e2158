import type { RecordId } from '#shared/domain/ids';
import type { RecordReader } from '#core/changes/ports';
// The word processor is loaded only when a paper is made: it would double the time every command takes to start.
import type {
  Brief,
  BriefClocks,
  ProfileName,
  Subject,
} from '#core/exports/docx/templates/brief/index';
import type { Paper } from '#core/exports/docx/kit/page';
import type { PackIndex } from '#core/packs/index';
import type { ListedClock } from '#core/db/repositories/list-clocks';
import type { Overviews } from './overviews';
import type { Packs } from './packs';

export type BriefOrder = {
  readonly subject: Subject;
  readonly paper: Paper;
  readonly profile: ProfileName;
  /** Day `YYYY-MM-DD` the paper speaks of. */
  readonly on: string;
  readonly fullAddresses?: boolean;
  readonly fullIdentity?: boolean;
};

export type BriefParts = {
  readonly reader: RecordReader;
  readonly packs: Packs;
  readonly clocks: Overviews['clocks'];
};

/** The pack of the matter; a person's papers follow the pack of any of their cases. */
function packOf({ reader, packs }: BriefParts, subject: Subject): PackIndex {
  const cases =
    subject.type === 'case'
      ? [subject.id]
      : reader.referring('accused', 'person', subject.id).map((accused) => accused.fields.case);
  const named = cases
    .map((id) => reader.getOf('case', id)?.fields.pack)
    .find((pack) => pack !== undefined);
  return named === undefined ? packs.fallback() : packs.get(named);
}

/**
 * Every clock belongs to one person. A paper about one case says nothing of the
 * clocks that the same person has in another.
 */
function clocksOfPerson(
  { reader, clocks }: BriefParts,
  { subject, on }: BriefOrder,
  record: RecordId,
): readonly ListedClock[] {
  if (reader.getOf('person', record) === undefined) return [];
  return clocks({ about: record, on }).filter(
    ({ matter }) => subject.type === 'person' || matter === undefined || matter === subject.id,
  );
}

/** Makes the case brief of a case or a person. Throws what `makeBrief` throws, and `pack/…`. */
export async function orderBrief(parts: BriefParts, order: BriefOrder): Promise<Brief> {
  const { briefPack, makeBrief, toBriefClock } =
    await import('#core/exports/docx/templates/brief/index');
  const index = packOf(parts, order.subject);
  const { on, ...rest } = order;
  const clocks: BriefClocks = {
    of: (record) =>
      clocksOfPerson(parts, order, record).map((clock) => toBriefClock(clock, clock.label)),
  };
  return makeBrief({
    ...rest,
    reader: parts.reader,
    clocks,
    pack: briefPack(index),
    asOf: { on, zone: index.pack.zone },
  });
}
