import type { LogFilter, LogRow } from '#core/db/repositories/audit-list';
import { auditList } from '#core/db/repositories/audit-list';
import { auditStore } from '#core/db/repositories/audit-store';
import { startOfDay, wallOf } from '#core/clocks/index';
import type { RecordReader } from '#core/changes/ports';
import { csvLine } from '#core/exports/csv';
import type { OpenVault } from '#core/vault/ports';

/** Rows by person, kind, record and days at the courts, both counted in. */
export type LogAsked = Pick<LogFilter, 'actor' | 'action' | 'record'> & {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

const MINUTE_MS = 60_000;
const CSV_PAGE = 500;
const HEADINGS = ['row', 'when', 'who', 'action', 'what', 'kind', 'record', 'label', 'reference'];

/** The log of a vault as people read it. */
export function logBook(vault: OpenVault, reader: RecordReader, zone: () => string) {
  const rows = auditList(vault.db);
  const filterOf = ({ from, to, ...asked }: LogAsked): LogFilter => ({
    ...asked,
    ...(from === undefined ? {} : { fromMs: startOfDay(from, zone()) * MINUTE_MS }),
    ...(to === undefined ? {} : { beforeMs: startOfDay(to, zone(), 1) * MINUTE_MS }),
  });
  const line = (row: LogRow): string => {
    const view = row.record === undefined ? undefined : reader.get(row.record);
    return csvLine([
      String(row.seq),
      wallOf(Math.floor(row.atMs / MINUTE_MS), zone()).replace('T', ' '),
      ...[row.name, row.action, row.what ?? ''],
      ...[view?.kind ?? '', row.record ?? '', view?.label ?? '', row.objectRef],
    ]);
  };
  return {
    page: (asked: LogAsked, limit: number, offset: number) => ({
      total: rows.total(filterOf(asked)),
      rows: rows.page(filterOf(asked), limit, offset),
    }),
    facets: () => ({ people: rows.people(), actions: rows.actions() }),
    /** Holds the whole log against its chain, its signatures and its witnesses. Throws `audit/broken`. */
    verify: () => ({ ...vault.audit.prove(), firstMs: auditStore(vault.db).at(1)?.tsMs }),
    /** UTF-8 lines of a CSV file, the latest first, with the names of records as they are today. */
    csv: function* (asked: LogAsked): Generator<Uint8Array> {
      const encoder = new TextEncoder();
      yield encoder.encode(csvLine(HEADINGS));
      for (let offset = 0; ; offset += CSV_PAGE) {
        const page = rows.page(filterOf(asked), CSV_PAGE, offset);
        yield encoder.encode(page.map(line).join(''));
        if (page.length < CSV_PAGE) return;
      }
    },
  };
}
