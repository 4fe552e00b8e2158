import type { Random } from '#core/kernel/ports';
import { base32, fromBase32 } from '#core/kernel/base32';

// Names of files in a shared folder: drawn at random, so that they tell nothing.

/** What somebody opens: a bundle, receipts, or the list of the pieces of a bundle that was cut. */
export const OBJECT = '.rihai';
/** A piece of a bundle that was cut. */
export const PIECE = '.bin';

const ID_BYTES = 16;
const ID = /^[a-z2-7]{26}$/u;

/** 26 characters. */
export const newId = (random: Random): string => base32(random.bytes(ID_BYTES));

/** The id in a name of a piece as we write it; undefined for any other name. */
export function pieceId(name: string): string | undefined {
  const id = name.slice(0, -PIECE.length);
  return name.endsWith(PIECE) && ID.test(id) ? id : undefined;
}

/** What is being written here under a name that no desk reads, and that no sync program needs. */
export const partOf = (name: string): string => `.~${name.slice(0, name.lastIndexOf('.'))}.part`;

const PART = /^\.~[a-z2-7]{26}\.part$/u;
export const isPart = (name: string): boolean => PART.test(name);

/**
 * What may be for us, whoever named it. Files that a sync program still writes begin with a dot or `~`,
 * or end otherwise.
 */
export const isObject = (name: string): boolean =>
  name.endsWith(OBJECT) && !name.startsWith('.') && !name.startsWith('~');

/** The 16 bytes of an id. Throws where it is none. */
export function idBytes(id: string): Uint8Array {
  if (!ID.test(id)) throw new RangeError('not an id of a file');
  return fromBase32(id);
}

export const idText = (bytes: Uint8Array): string => base32(bytes);
