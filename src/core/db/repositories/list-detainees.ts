import { dayOf, daysBetween, wallOf } from '#core/clocks/index';
import { hasBasis } from '#core/custody/index';
import type { DetaineeQuery, DetaineeRow, Page } from '#core/detainees/model';
import type { RecordId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';
import { standingCharges } from './clock-facts';
import { custodyRows } from './clock-rows';
import { detaineeRows, type Row } from './detainee-orders';
import { nextDates } from './list-next-date';

/** The list of detainees, page by page. `zone` is the pack's. */
export function detaineeList(db: ReadableDb, zone: string) {
  const rowsOf = detaineeRows(db);
  const charges = chargesReader(db);
  const next = nextDates(db);

  return function list(query: DetaineeQuery): Page<DetaineeRow> {
    const now = Math.floor(query.nowMs / 60_000);
    const today = dayOf(now, zone);
    const { total, rows } = rowsOf(query, today);
    return {
      total,
      rows: rows.map((row) => {
        const id = idFromBytes<RecordId>(row.id);
        const { matters, sections } = charges(id);
        const date = next.ofCases(matters, today);
        return {
          id,
          ...standingCells(row, now, zone),
          sections,
          court: date?.court ?? '',
          nextOn: date?.on,
        };
      }),
    };
  };
}

function standingCells(row: Row, now: number, zone: string) {
  const heldFrom = row.held_from ?? undefined;
  const basis = { hasOpenHold: row.has_open_hold === 1, heldUntil: row.held_until ?? undefined };
  const confirmed = row.confirmed_at ?? 0;
  return {
    label: row.label,
    status: row.status ?? 'notHeld',
    isInside: row.is_inside === 1,
    hasBasis: hasBasis(basis, now),
    place: row.place ?? '',
    placeType: row.place_type ?? undefined,
    holdType: row.hold_type ?? undefined,
    regime: row.regime ?? undefined,
    heldFrom: heldFrom === undefined ? undefined : wallOf(heldFrom, zone),
    daysHeld:
      heldFrom === undefined ? undefined : daysBetween(dayOf(heldFrom, zone), dayOf(now, zone)),
    confirmedOn: confirmed === 0 ? undefined : dayOf(confirmed, zone),
  };
}

/** Cases a person is accused or held in, and the charges that stand. */
function chargesReader(db: ReadableDb) {
  const rows = custodyRows(db);
  const holdCases = db.prepare<{ id: Uint8Array }>(
    `SELECT DISTINCT h."case" AS id FROM reference x JOIN record r ON r.key = x.rec AND r.is_trashed = 0
      JOIN hold h ON h.rec = x.rec
      WHERE x.target = ? AND x.field = (SELECT key FROM field WHERE kind = 'hold' AND name = 'person')
        AND h."case" IS NOT NULL`,
  );
  return (person: RecordId) => {
    const accused = rows.naming('accused', 'person', person);
    const held = holdCases.all(idToBytes(person)).map(({ id }) => idFromBytes<RecordId>(id));
    const own = accused.map(({ fields }) => fields.case).filter((id) => id !== undefined);
    const matters = [...new Set([...own, ...held])];
    const found = matters.flatMap((matter) =>
      standingCharges(rows, matter, accused.find(({ fields }) => fields.case === matter)?.id),
    );
    const sections = found.map(({ fields }) => fields.section ?? fields.sectionText ?? '');
    return { matters, sections: [...new Set(sections.filter(Boolean))] };
  };
}
