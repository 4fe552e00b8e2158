import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import type { KnownFile } from '#core/outside/index';
import { FILE_MODE } from '#core/vault/durable';

/** A file that is not there yet, for its owner only, whose hash is known once it is closed. */
export function newFile(place: string) {
  const handle = fs.openSync(place, 'wx', FILE_MODE);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  return {
    write: (bytes: Uint8Array): void => {
      for (let at = 0; at < bytes.length;) at += fs.writeSync(handle, bytes, at);
      hash.update(bytes);
      sizeBytes += bytes.length;
    },
    close: (): KnownFile => {
      fs.closeSync(handle);
      return { place, sha256: hash.digest('hex'), sizeBytes };
    },
    drop: (): void => {
      fs.closeSync(handle);
      fs.rmSync(place, { force: true });
    },
  };
}
