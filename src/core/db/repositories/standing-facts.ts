import { saidBounds } from '#core/clocks/index';
import type { CustodyFile } from '#core/custody/model';
import type { RecordId } from '#shared/domain/ids';
import type { DateValue } from '#shared/domain/field';
import type { ReadableDb } from '../driver';
import { eventsOf, liftedOn } from './clock-facts';
import { custodyRows } from './clock-rows';

/** Reads the custody of a person as it stands; `zone` is for dates that name none. */
export function standingFacts(db: ReadableDb, zone: string) {
  const rows = custodyRows(db);
  const bounds = (date: DateValue | undefined) =>
    saidBounds(date === undefined ? [] : [date], zone);
  return {
    custody: (person: RecordId): CustodyFile => {
      const holds = rows.naming('hold', 'person', person);
      return {
        holds: holds.map((hold) => ({
          id: hold.id,
          type: hold.fields.type ?? 'other',
          case: hold.fields.case,
          from: bounds(hold.fields.from),
          until: bounds(liftedOn(rows, hold)),
          isLifted: hold.fields.liftedBy !== undefined,
        })),
        placements: rows.naming('placement', 'person', person).map(({ id, fields }) => ({
          id,
          type: fields.type ?? 'other',
          place: fields.place ?? '',
          from: bounds(fields.from),
          until: bounds(fields.until),
        })),
        events: eventsOf(rows, person, holds).map(({ id, fields }) => ({
          id,
          type: fields.type ?? 'other',
          at: bounds(fields.at),
          hold: fields.hold,
        })),
      };
    },
    /** The regime of a case, or of the first case the person is accused in. */
    regime: (person: RecordId, matter: RecordId | undefined): string | undefined => {
      const own = rows.one('case', matter)?.fields.regime;
      if (own !== undefined) return own;
      for (const { fields } of rows.naming('accused', 'person', person)) {
        const regime = rows.one('case', fields.case)?.fields.regime;
        if (regime !== undefined) return regime;
      }
      return undefined;
    },
  };
}
