import type { RecordId } from '#shared/domain/ids';
import type { Touch } from '#core/changes/ports';
import type { Finding, PersonFacts } from './model';

/** What one clock found, as it is kept. */
export type ClockRow = {
  /** `record.key` of the hold or order the clock runs over. */
  readonly key: number;
  readonly rule: string;
  readonly matter: RecordId | undefined;
  /** What the clocks of many people fold by: their case, or else the order or the person. */
  readonly cause: RecordId;
  readonly finding: Finding;
  /** Id and version of the pack, `pk 2026.1`. */
  readonly pack: string;
};

export type ClockStore = {
  /** All clocks of a person, in place of those kept before. */
  replace(person: RecordId, rows: readonly ClockRow[]): void;
  clear(): void;
  /** Everyone who may have a clock, also people without a record here. */
  persons(): readonly RecordId[];
  /** In the trash, or no person at all. */
  isOut(person: RecordId): boolean;
};

export type FactsReader = (person: RecordId) => {
  readonly facts: PersonFacts;
  readonly keys: ReadonlyMap<RecordId, number>;
  readonly packs: ReadonlyMap<RecordId, string>;
};

export type AffectedPersons = (touched: readonly Touch[]) => ReadonlySet<RecordId>;
