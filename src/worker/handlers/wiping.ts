import { AppError } from '#shared/errors/app-error';
import { wipeVault } from '#core/app/index';
import type { Desk, Handlers } from '../desk';

/** Destroys the chosen vault; one that is open is closed first. */
export function wipingHandlers(desk: Desk): Handlers<'wiping'> {
  return {
    run: () => {
      const dir = desk.dir();
      if (dir === undefined) throw new AppError('vault/missing');
      desk.close();
      return wipeVault({ dir, anchors: { dir: desk.anchorsDir } });
    },
  };
}
