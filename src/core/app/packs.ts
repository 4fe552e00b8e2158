import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { indexPack, loadPack, type PackIndex } from '#core/packs/index';

/** The jurisdiction packs that ship with the program, each read when first asked for. */
export type Packs = {
  /** Throws `pack/unknown`. */
  get(id: string): PackIndex;
  /** Undefined where the program has no such pack. */
  find(id: string): PackIndex | undefined;
  /** Every one that ships. */
  readonly all: () => readonly PackIndex[];
  /** The pack of a matter that names none. */
  readonly fallback: () => PackIndex;
};

const FALLBACK = 'pk';

export function packsIn(resourcesDir: string): Packs {
  const folder = join(resourcesDir, 'packs');
  const loaded = new Map<string, PackIndex>();
  const find = (id: string): PackIndex | undefined => {
    const known = loaded.get(id);
    // The name comes from a record: only a folder that is there may be read.
    if (known !== undefined || !readdirSync(folder).includes(id)) return known;
    const index = indexPack(loadPack(join(folder, id)));
    loaded.set(id, index);
    return index;
  };
  const get = (id: string): PackIndex => {
    const index = find(id);
    if (index === undefined) throw new AppError('pack/unknown', { pack: id });
    return index;
  };
  const all = () => readdirSync(folder).flatMap((id) => find(id) ?? []);
  return { get, find, all, fallback: () => get(FALLBACK) };
}
