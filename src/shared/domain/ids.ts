/**
 * Ids are 16-byte UUIDv7 values. Outside the database they are lower-case
 * hyphenated text; inside they are BLOBs.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type RecordId = Branded<'RecordId'>;
export type ActionId = Branded<'ActionId'>;
export type ChangeId = Branded<'ChangeId'>;
export type ElementId = Branded<'ElementId'>;
export type ActorId = Branded<'ActorId'>;
/** One run of `rihai import`, with all its files. */
export type ImportId = Branded<'ImportId'>;
export type DeviceId = Branded<'DeviceId'>;
/** One thing that lies outside the vault. */
export type OutsideId = Branded<'OutsideId'>;
export type AnyId =
  RecordId | ActionId | ChangeId | ElementId | ActorId | DeviceId | ImportId | OutsideId;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

export const isId = (text: string): boolean => ID.test(text);
