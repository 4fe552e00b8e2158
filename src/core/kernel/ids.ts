import { isId, type AnyId } from '#shared/domain/ids';
import { fromHex, toHex } from './bytes';
import type { Clock, Random } from './ports';

/** Makes ids that sort by the time of their making, also within one millisecond. */
export type IdMaker = { next<Id extends AnyId>(): Id };

const POOL_BYTES = 4096;

/** UUIDv7 (RFC 9562 §5.7) with a 12-bit counter in `rand_a` so that order is kept. */
export function idMaker(clock: Clock, random: Random): IdMaker {
  let lastMs = 0;
  let counter = 0;
  // One call for many ids: each call into the library costs more than all the rest.
  let pool = new Uint8Array(0);
  const take = (length: number): Uint8Array => {
    if (pool.length < length) pool = Uint8Array.from(random.bytes(POOL_BYTES));
    const taken = pool.slice(0, length);
    pool = pool.subarray(length);
    return taken;
  };
  return {
    next<Id extends AnyId>(): Id {
      const now = Math.max(clock.nowMs(), lastMs);
      counter = now === lastMs ? counter + 1 : 0;
      lastMs = counter > 0xfff ? now + 1 : now;
      if (counter > 0xfff) counter = 0;
      const bytes = take(16);
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      view.setUint32(0, Math.floor(lastMs / 0x10000));
      view.setUint16(4, lastMs % 0x10000);
      view.setUint16(6, 0x7000 | counter);
      view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
      return idFromBytes<Id>(bytes);
    },
  };
}

/** Whether an id starts with the digits given, hyphens or not. */
export const beginsWith = (id: string, digits: string): boolean =>
  id.replaceAll('-', '').startsWith(digits.toLowerCase().replaceAll('-', ''));

export function idToBytes(id: AnyId): Uint8Array {
  return fromHex(id.replaceAll('-', ''));
}

export function idFromBytes<Id extends AnyId>(bytes: Uint8Array): Id {
  const hex = toHex(bytes);
  const text = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  if (!isId(text)) throw new RangeError('an id has 16 bytes');
  return text as Id;
}
