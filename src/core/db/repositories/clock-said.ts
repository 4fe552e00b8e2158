import { fieldDef } from '#shared/domain/registry';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import { idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';
import { changeQueries } from './change-queries';

type Target = { readonly kind: RecordKind; readonly key: number; readonly id: RecordId };

/** Everything that is said of single-valued fields: the value shown, the other heads of a conflict, rival claims. */
export function clockSaid(db: ReadableDb) {
  const log = changeQueries(db);
  const anything = db.prepare<{ found: number }>(
    'SELECT EXISTS (SELECT 1 FROM conflict) OR EXISTS (SELECT 1 FROM claim) AS found',
  );
  const conflicts = db.prepare<{ name: string }>(
    `SELECT f.name FROM conflict x JOIN field f ON f.key = x.field
      WHERE x.rec = ? AND x.element = x''`,
  );
  const claims = db.prepare<{ field: string; value: string }>(
    `SELECT c.field, c.value FROM reference x
      JOIN record r ON r.key = x.rec AND r.is_trashed = 0
      JOIN claim c ON c.rec = x.rec
      WHERE x.target = ? AND x.field = (SELECT key FROM field WHERE kind = 'claim' AND name = 'about')
        AND c.field IS NOT NULL AND c.value IS NOT NULL
      ORDER BY r.key`,
  );

  /** A function that gives every value said of a field of this record; `shown` is what its table holds. */
  return function saidOf({ kind, key, id }: Target) {
    // Most records of most vaults have neither: one look saves two.
    const hasAny = anything.get()?.found === 1;
    const disputed = new Set(hasAny ? conflicts.all(key).map(({ name }) => name) : []);
    const rivals = hasAny ? claims.all(idToBytes(id)) : [];
    return function said<V>(field: string, shown: V | undefined): readonly V[] {
      if (disputed.size === 0 && rivals.length === 0) return shown === undefined ? [] : [shown];
      const heads = disputed.has(field) ? log.headsOfPath(key, kind, field, undefined) : [];
      const values = [
        ...(shown === undefined ? [] : [shown]),
        ...heads.map(({ value }) => value),
        ...rivals.filter((claim) => claim.field === field).map(({ value }) => fromText(value)),
      ];
      const schema = fieldDef(kind, field)?.schema;
      const known = new Map<string, V>();
      for (const value of values) {
        // A claim may say anything; what the field could not hold is no value of it.
        if (schema?.safeParse(value).success !== true) continue;
        const text = JSON.stringify(value);
        if (!known.has(text)) known.set(text, value as V);
      }
      return [...known.values()];
    };
  };
}

function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type SaidOf = ReturnType<typeof clockSaid>;
