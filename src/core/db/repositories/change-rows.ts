import type {
  ActionId,
  ActorId,
  ChangeId,
  DeviceId,
  ElementId,
  RecordId,
} from '#shared/domain/ids';
import { LEVELS, type Level } from '#shared/domain/levels';
import {
  joinPath,
  type Action,
  type Change,
  type JsonValue,
  type Origin,
} from '#core/changes/model';
import { idFromBytes, idToBytes } from '#core/kernel/ids';

/** Levels are kept by their place in the list: 0 is the strictest. */
export const levelToRow = (level: Level): number => LEVELS.indexOf(level);
export const levelFromRow = (cell: number): Level => LEVELS[cell] ?? 'privileged';

const NO_ELEMENT = new Uint8Array(0);
export const elementToRow = (element: ElementId | undefined): Uint8Array =>
  element === undefined ? NO_ELEMENT : idToBytes(element);
export const elementFromRow = (cell: Uint8Array): ElementId | undefined =>
  cell.length === 0 ? undefined : idFromBytes<ElementId>(cell);

export type ActionRow = {
  readonly key: number;
  readonly id: Uint8Array;
  readonly what: string;
  readonly actor: Uint8Array;
  readonly device: Uint8Array;
  readonly at: number;
  readonly origin: string;
  readonly schema: number;
};

export const actionFromRow = (row: ActionRow): Action => ({
  id: idFromBytes<ActionId>(row.id),
  what: row.what,
  actor: idFromBytes<ActorId>(row.actor),
  device: idFromBytes<DeviceId>(row.device),
  at: row.at,
  origin: JSON.parse(row.origin) as Origin,
  schema: row.schema,
});

export type ChangeRow = {
  readonly key: number;
  readonly id: Uint8Array;
  readonly action_id: Uint8Array;
  readonly record_id: Uint8Array;
  readonly rec: number;
  readonly kind: string;
  readonly name: string;
  readonly element: Uint8Array;
  readonly value: string;
  readonly level: number;
  readonly claim: Uint8Array | null;
  readonly at: number;
  readonly schema: number;
};

/** Columns of a `ChangeRow`, from `change c`, `action a`, `record r` and `field f`. */
export const CHANGE_COLUMNS = `c.key, c.id, a.id AS action_id, r.id AS record_id, c.rec, f.kind, f.name,
  c.element, c.value, c.level, c.claim, c.at, a.schema`;
export const CHANGE_JOINS = `JOIN action a ON a.key = c.action
  JOIN record r ON r.key = c.rec JOIN field f ON f.key = c.field`;

/** True where change `c` is a head: no change of the same path replaces it. */
export const IS_HEAD = `NOT EXISTS (
  SELECT 1 FROM replaced p JOIN change b ON b.key = p.by
  WHERE p.id = c.id AND b.rec = c.rec AND b.field = c.field AND b.element = c.element)`;

/** A change as it is held; `prev` lies in pairs of its own. */
export type HeldChange = Omit<Change, 'prev' | 'covers'> & {
  readonly key: number;
  readonly rec: number;
  readonly field: string;
  readonly element: ElementId | undefined;
  readonly schema: number;
};

export function changeFromRow(row: ChangeRow): HeldChange {
  const element = elementFromRow(row.element);
  return {
    key: row.key,
    rec: row.rec,
    id: idFromBytes<ChangeId>(row.id),
    action: idFromBytes<ActionId>(row.action_id),
    record: idFromBytes<RecordId>(row.record_id),
    kind: row.kind,
    field: row.name,
    element,
    path: joinPath({ field: row.name, element }),
    value: JSON.parse(row.value) as JsonValue,
    level: levelFromRow(row.level),
    ...(row.claim === null ? {} : { claim: idFromBytes<RecordId>(row.claim) }),
    at: row.at,
    schema: row.schema,
  };
}
