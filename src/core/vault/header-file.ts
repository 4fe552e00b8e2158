import * as path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { equalBytes } from '#core/kernel/bytes';
import { readIfThere, replaceFile } from './durable';
import { HEADER_KIND, parseHeader, writeHeader, type Header, type ReadHeader } from './header';

export const HEADER_NAME = 'vault.rhv';
export const TWIN_NAME = 'vault.rhv.bak';

/** What header and twin hold, before any secret is known. */
export type HeaderPair = {
  /** Sound copies that differ, the one to try first in front. */
  readonly candidates: readonly [ReadHeader, ...ReadHeader[]];
  /** Both files are there, sound and equal. */
  readonly isTwinned: boolean;
};

/**
 * Reads both copies. Throws `vault/missing` where neither file is there,
 * `vault/newer` where one is of a later version and none is readable, and
 * `vault/header-damaged` where what is there is damaged.
 */
export function readHeaderPair(dir: string): HeaderPair {
  const files = [HEADER_NAME, TWIN_NAME].map((name) =>
    readIfThere(path.join(dir, name), HEADER_KIND.maxBytes),
  );
  const present = files.filter((bytes) => bytes !== undefined);
  if (present.length === 0) throw new AppError('vault/missing');
  const results = present.map(parseHeader);
  if (results.some((result) => !result.ok && result.why === 'newer')) {
    throw new AppError('vault/newer');
  }
  const sound = results.flatMap((result) => (result.ok ? [result.read] : []));
  const [first, second] = sound;
  if (first === undefined) throw new AppError('vault/header-damaged');
  if (second === undefined) return { candidates: [first], isTwinned: false };
  const [main, twin] = present;
  if (main !== undefined && twin !== undefined && equalBytes(main, twin)) {
    return { candidates: [first], isTwinned: true };
  }
  const isTwinNewer = second.header.gen > first.header.gen;
  return { candidates: isTwinNewer ? [second, first] : [first, second], isTwinned: false };
}

/** Writes header, then twin, each atomically and read back; call it while the database is held. */
export function saveHeader(dir: string, header: Header, headerKey: Uint8Array): void {
  const bytes = writeHeader(header, headerKey);
  if (!parseHeader(bytes).ok) throw new TypeError('a header that cannot be read is not written');
  for (const name of [HEADER_NAME, TWIN_NAME]) {
    const file = path.join(dir, name);
    replaceFile(file, bytes);
    const written = readIfThere(file, HEADER_KIND.maxBytes);
    if (written === undefined || !equalBytes(written, bytes)) {
      throw new AppError('disk/failed', { reason: 'read-back' });
    }
  }
}
