import { createHmac } from 'node:crypto';
import { isId, type AnyId } from '#shared/domain/ids';
import { concatBytes, utf8 } from '#core/kernel/bytes';
import { idFromBytes } from '#core/kernel/ids';

/** A key the file's author made up, `p1`: it means something inside one namespace only. */
const LOCAL_KEY = /^[\p{L}\p{Nd}][\p{L}\p{Nd}._:-]{0,63}$/u;
const UUID_SHAPE = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

const isLocalKey = (text: string): boolean => LOCAL_KEY.test(text) && !UUID_SHAPE.test(text);

/** Whether a text may stand for a record: an id as the vault writes it, or a local key. */
export const isIdOrKey = (text: string): boolean => isId(text) || isLocalKey(text);

/** Gives the id that a local key stands for; an id stands for itself. */
export type KeyedIds = <Id extends AnyId>(namespace: string, idOrKey: string) => Id;

/**
 * Derives a UUIDv8 from a namespace and a key, always the same one in the same
 * vault, so that a repeated import finds what the first one wrote. The secret
 * of the vault goes in, because ids leave with shared files and a key may be a
 * name that could otherwise be guessed from its id.
 */
export function keyedIds(secret: Uint8Array): KeyedIds {
  return <Id extends AnyId>(namespace: string, idOrKey: string): Id => {
    if (isId(idOrKey)) return idOrKey as Id;
    const input = concatBytes(utf8(namespace), Uint8Array.of(0), utf8(idOrKey.normalize('NFC')));
    const bytes = new Uint8Array(
      createHmac('sha256', secret).update(input).digest().subarray(0, 16),
    );
    const view = new DataView(bytes.buffer);
    view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x80);
    view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
    return idFromBytes<Id>(bytes);
  };
}
