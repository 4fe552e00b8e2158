import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { indexPack, loadPack, type PackIndex } from '#core/packs/index';

/** The jurisdiction packs that ship with the program, each read when first asked for. */
export type Packs = {
  /** Throws `pack/unknown`. */
  get(id: string): PackIndex;
  /** The pack of a matter that names none. */
  readonly fallback: () => PackIndex;
};

const FALLBACK = 'pk';

export function packsIn(resourcesDir: string): Packs {
  const folder = join(resourcesDir, 'packs');
  const loaded = new Map<string, PackIndex>();
  const get = (id: string): PackIndex => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    // The name comes from a record: only a folder that is there may be read.
    if (!readdirSync(folder).includes(id)) throw new AppError('pack/unknown', { pack: id });
    const index = indexPack(loadPack(join(folder, id)));
    loaded.set(id, index);
    return index;
  };
  return { get, fallback: () => get(FALLBACK) };
}
