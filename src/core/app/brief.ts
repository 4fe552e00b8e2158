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
import type { ClockResult } from '#core/clocks/index';
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
  /** Clocks over a record, as of the end of a day. */
  readonly clocksOf: (record: RecordId, on: string) => readonly ClockResult[];
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

/** Makes the case brief of a case or a person. Throws what `makeBrief` throws, and `pack/…`. */
export async function orderBrief(parts: BriefParts, order: BriefOrder): Promise<Brief> {
  const { briefPack, makeBrief, toBriefClock } =
    await import('#core/exports/docx/templates/brief/index');
  const index = packOf(parts, order.subject);
  const labels = new Map<string, string>(index.pack.rules.map((rule) => [rule.id, rule.label.en]));
  const clocks: BriefClocks = {
    of: (record) =>
      parts
        .clocksOf(record, order.on)
        .map((result) => toBriefClock(result, labels.get(result.rule) ?? result.rule)),
  };
  const { on, ...rest } = order;
  return makeBrief({
    ...rest,
    reader: parts.reader,
    clocks,
    pack: briefPack(index),
    asOf: { on, zone: index.pack.zone },
  });
}
