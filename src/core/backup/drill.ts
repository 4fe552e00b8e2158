import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { OpenVault } from '#core/vault/ports';
import { noteDrill } from './known';
import { restoreBackup, type RestoreOptions, type Restored } from './restore';

/**
 * Restores a backup into a folder of its own, reads all of it, takes it away again and remembers
 * in the open vault that it was practised. Throws what restoring throws.
 */
export async function practiseRestore(
  vault: OpenVault,
  options: Omit<RestoreOptions, 'dir' | 'anchors'>,
): Promise<Restored> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rihai-drill-'));
  try {
    // Without anchors: what is thrown away must not count as the copy in use.
    const restored = await restoreBackup({ ...options, dir: path.join(folder, 'vault') });
    noteDrill(vault, restored.stem);
    return restored;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
