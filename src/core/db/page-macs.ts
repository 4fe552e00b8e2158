import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import * as fs from 'node:fs';
import { AppError } from '#shared/errors/app-error';
import { u32 } from '#core/kernel/bytes';

const PAGE_BYTES = 4096;
const MAC_BYTES = 64;
const SALT_BYTES = 16;
const PAGES_AT_ONCE = 256;
/** SQLite leaves the page that covers this offset unused: its locks live there. */
const LOCK_OFFSET = 0x4000_0000;

export type DatabaseKeys = {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 16 bytes, the first of the file. */
  readonly salt: Uint8Array;
};

/**
 * Checks the MAC of every page of an open database file, free pages included, without
 * SQLite (`docs/formats.md` §5). Answers the number of pages; throws
 * `db/damaged` with the first page that fails. A page of zeros has never been
 * written: where such a page is in use, SQLite's own check meets it.
 */
export function verifyPageMacs(handle: number, keys: DatabaseKeys): number {
  const macKey = pbkdf2Sync(
    keys.key,
    keys.salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );
  try {
    return verifyAll(handle, macKey);
  } finally {
    macKey.fill(0);
  }
}

function verifyAll(handle: number, macKey: Uint8Array): number {
  const buffer = Buffer.alloc(PAGE_BYTES * PAGES_AT_ONCE);
  for (let pages = 0; ;) {
    const length = fs.readSync(handle, buffer, 0, buffer.length, pages * PAGE_BYTES);
    if (length === 0) return pages;
    for (let at = 0; at < length; at += PAGE_BYTES) {
      pages += 1;
      const page = buffer.subarray(at, Math.min(at + PAGE_BYTES, length));
      if (!isPageSound(page, pages, macKey)) throw new AppError('db/damaged', { page: pages });
    }
  }
}

function isPageSound(page: Uint8Array, number: number, macKey: Uint8Array): boolean {
  if (page.length !== PAGE_BYTES) return false;
  if (number === LOCK_OFFSET / PAGE_BYTES + 1) return true;
  const macAt = PAGE_BYTES - MAC_BYTES;
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(number === 1 ? SALT_BYTES : 0, macAt))
    .update(u32(number))
    .digest();
  return timingSafeEqual(mac, page.subarray(macAt)) || page.every((byte) => byte === 0);
}
