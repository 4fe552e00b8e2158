import { outlineOf, type Outline } from '#core/exports/docx/kit/outline';
import { printDay } from '#core/exports/docx/kit/dates';
import type { Margins, Paper } from '#core/exports/docx/kit/page';
import type { RecordReader } from '#core/changes/ports';
import { buildBrief } from './build';
import { gatherBrief } from './data';
import type { AsOf } from './gather/context';
import { findSubject, witnessNames, type Subject } from './gather/subject';
import type { BriefClocks, BriefPack } from './ports';
import { PROFILE, type ProfileName } from './profiles';
import { project, type HeldBack, type ProjectionOptions } from './projection';
import { SAY } from './sentences';
import { WORDS } from './words';

export type { Subject } from './gather/subject';
export type { BriefClock, BriefClocks, BriefPack } from './ports';
export { PROFILES, type ProfileName } from './profiles';
export { briefPack, toBriefClock } from './adapters';

export type BriefRequest = ProjectionOptions & {
  readonly reader: RecordReader;
  readonly clocks: BriefClocks;
  readonly pack: BriefPack;
  readonly subject: Subject;
  readonly paper: Paper;
  readonly margins?: Margins;
  readonly profile: ProfileName;
  readonly asOf: AsOf;
};

export type Brief = {
  readonly bytes: Uint8Array;
  /** Names nobody: `brief-2025-11-24.docx`. */
  readonly fileName: string;
  /** What the file holds and the paper does not say; shown to whoever exports, never printed. */
  readonly heldBack: readonly HeldBack[];
  /** The paper as it can be shown in a window. */
  readonly outline: () => Outline;
};

/**
 * Makes the case brief (T-BRIEF) as a sealed DOCX from records as they stand.
 * The same records, day and profile give the same bytes. Throws
 * `input/not-found` where there is no such subject, `export/not-clean` where
 * the paper would carry a trace of its making.
 */
export async function makeBrief(request: BriefRequest): Promise<Brief> {
  const { reader, clocks, pack, subject, asOf, paper, margins } = request;
  const profile = PROFILE[request.profile];
  const names = profile.namesWitnesses ? [] : witnessNames(reader, subject);
  const projection = project(reader, profile, request, names);
  const found = findSubject(reader, projection.reader, subject, asOf);
  const data = gatherBrief(
    {
      reader: projection.reader,
      clocks,
      pack,
      profile,
      asOf,
      words: WORDS,
      say: SAY,
      isPartial: projection.isPartial,
      ...found,
    },
    projection.seen,
  );
  const bytes = await buildBrief(data, SAY, {
    paper,
    margins,
    profile: profile.name,
    asOf: printDay(asOf.on),
  });
  return {
    bytes,
    fileName: `brief-${asOf.on}.docx`,
    heldBack: projection.heldBack(),
    outline: () => outlineOf(bytes),
  };
}
