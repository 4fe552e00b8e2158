import { z } from '#shared/domain/zod';
import { asking, inMain } from '../entry';
import { count, nothing } from '../plain-shapes';

/**
 * Destroying the chosen vault: open, or locked where the settings allow it. Main counts the five
 * seconds itself, so that nothing but a button that is held does it.
 */
export const wipe = {
  /** The button goes down. */
  begin: inMain(nothing, nothing),
  /** It was let go. */
  release: inMain(nothing, nothing),
  /**
   * It was held long enough: destroys the vault, ends every process of this session and starts
   * anew without a vault. Throws `wipe/…`, `vault/in-use`, `vault/missing`.
   */
  run: inMain(nothing, nothing),
};

/** Asked for by main alone, of the vault process. */
export const wiping = {
  run: asking(nothing, z.strictObject({ isWhole: z.boolean(), left: count })),
};
