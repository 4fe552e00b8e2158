import { Inflate } from 'fflate';
import { AppError } from '#shared/errors/app-error';
import { crc32 } from './crc32';

// Readers of ZIP files differ in what they believe of one that contradicts itself. This one believes
// nothing: whatever does not agree is refused, and limits are held before anything is expanded.

export const ZIP_LIMITS = {
  entries: 2_000,
  expandedBytes: 200 * 1024 * 1024,
  /** Expanded to packed. */
  ratio: 100,
} as const;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_COMMENT = 0xffff;
/** Packed bytes given to the inflater at a time: each may become a thousand. */
const STEP = 16 * 1024;

const STORED = 0;
const DEFLATED = 8;
const IS_ENCRYPTED = 1;
/** The sum and the sizes follow the bytes; the header before them may leave them zero. */
const SIZES_FOLLOW = 8;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly expanded: number;
  /** Of the expanded bytes. */
  readonly sum: number;
  /** Of its local header. */
  readonly at: number;
};

export type Archive = {
  readonly names: readonly string[];
  /** Expanded bytes of an entry; undefined where there is none of this name. Throws `read/damaged`. */
  readonly read: (name: string) => Uint8Array | undefined;
};

const damaged = (cause?: unknown): AppError => new AppError('read/damaged', {}, cause);
const beyond = (reason: string): AppError => new AppError('read/limit', { reason });

const nameOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - MOST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1)
    if (
      view.getUint32(at, true) === END &&
      at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  throw damaged();
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry & { readonly next: number } {
  if (view.getUint32(at, true) !== CENTRAL) throw damaged();
  if ((view.getUint16(at + 8, true) & IS_ENCRYPTED) !== 0) throw new AppError('read/encrypted');
  const nameLength = view.getUint16(at + 28, true);
  const nameAt = at + CENTRAL_BYTES;
  const further = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  return {
    name: nameOf(bytes.subarray(nameAt, nameAt + nameLength)),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    expanded: view.getUint32(at + 24, true),
    sum: view.getUint32(at + 16, true),
    at: view.getUint32(at + 42, true),
    next: nameAt + nameLength + further,
  };
}

function entriesOf(bytes: Uint8Array, view: DataView): readonly Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entries) throw beyond(`${String(count)} parts`);
  const start = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const { next, ...entry } = entryAt(bytes, view, at);
    entries.push(entry);
    at = next;
  }
  if (at !== end || at - start !== view.getUint32(end + 12, true)) throw damaged();
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) throw damaged();
  return entries;
}

function holdLimits(entries: readonly Entry[], size: number): void {
  const expanded = entries.reduce((sum, entry) => sum + entry.expanded, 0);
  if (expanded > ZIP_LIMITS.expandedBytes) throw beyond('more than 200 MiB once unpacked');
  // To the whole file and not to what entries say of themselves: several may claim the same bytes.
  if (expanded > size * ZIP_LIMITS.ratio)
    throw beyond('unpacks to more than a hundred times its size');
}

function inflated(packed: Uint8Array, expanded: number): Uint8Array {
  const whole = new Uint8Array(expanded);
  let size = 0;
  const inflate = new Inflate((part) => {
    if (size + part.length > expanded) throw damaged();
    whole.set(part, size);
    size += part.length;
  });
  for (let at = 0; at < packed.length || at === 0; at += STEP)
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  if (size !== expanded) throw damaged();
  return whole;
}

/** Whether the header of an entry says the sum and the sizes that the directory says. */
function agrees(view: DataView, { at, sum, packed, expanded }: Entry): boolean {
  const own = [at + 14, at + 18, at + 22].map((field) => view.getUint32(field, true));
  const isLater = (view.getUint16(at + 6, true) & SIZES_FOLLOW) !== 0;
  return [sum, packed, expanded].every(
    (said, index) => own[index] === said || (isLater && own[index] === 0),
  );
}

/** Where the name in an entry's own header ends; that name has to be the one of the directory. */
function ownNameEnd(bytes: Uint8Array, view: DataView, { at, name }: Entry): number {
  const nameAt = at + LOCAL_BYTES;
  if (nameAt > bytes.length || view.getUint32(at, true) !== LOCAL) throw damaged();
  const end = nameAt + view.getUint16(at + 26, true);
  if (nameOf(bytes.subarray(nameAt, end)) !== name) throw damaged();
  return end;
}

/** The packed bytes of an entry, whose own header has to agree with the directory. */
function packedOf(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { at, method, packed } = entry;
  const nameEnd = ownNameEnd(bytes, view, entry);
  if (view.getUint16(at + 8, true) !== method) throw damaged();
  // Zeros in the directory would make an empty part of a full one, whose sum is zero as well.
  if (!agrees(view, entry) || (method === DEFLATED && packed === 0)) throw damaged();
  const start = nameEnd + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw damaged();
  return bytes.subarray(start, start + packed);
}

function expandedOf(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { method, expanded, sum } = entry;
  const packed = packedOf(bytes, view, entry);
  if (method !== DEFLATED && (method !== STORED || entry.packed !== expanded)) throw damaged();
  const whole = method === DEFLATED ? inflated(packed, expanded) : packed;
  // A flipped bit may still unpack, to another date or name.
  if (crc32(whole) !== sum) throw damaged();
  return whole;
}

/** Runs a step; whatever is read beyond the end, or is no deflate stream, is damage. */
function orDamaged<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
}

/**
 * Opens a ZIP file without expanding anything. Throws `read/damaged`, `read/limit` and, where a
 * part is encrypted, `read/encrypted`. ZIP64 and split files are damage here: no document needs them.
 */
export function openZip(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = orDamaged(() => entriesOf(bytes, view));
  holdLimits(entries, bytes.length);
  // Of all of them: a part whose name was altered in the directory would else be missed in silence.
  orDamaged(() => {
    for (const entry of entries) ownNameEnd(bytes, view, entry);
  });
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: entries.map(({ name }) => name),
    read: (name) => {
      const entry = byName.get(name);
      return entry && orDamaged(() => expandedOf(bytes, view, entry));
    },
  };
}
