import type { Touch } from '#core/changes/ports';
import type { RecordId } from '#shared/domain/ids';

export type DocketStore = {
  /** Proceedings whose dates a change of these records may move. */
  affected(touched: readonly Touch[]): ReadonlySet<RecordId>;
  refresh(proceeding: RecordId): void;
  /** By `record.key`. */
  drop(key: number): void;
  clear(): void;
  proceedings(): readonly RecordId[];
};
