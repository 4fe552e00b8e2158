import { z } from '#shared/domain/zod';

const protection = z.enum(['encrypted', 'open', 'unknown']);
const written = z.enum(['encrypted', 'open', 'unknown', 'none']);

/** What of this machine keeps a vault closed and whole, and what is to be mended, the gravest first. */
export const machineReport = z.strictObject({
  disk: protection,
  swap: written,
  hibernation: written,
  fileSystem: z.enum(['fine', 'fat', 'network', 'unknown']),
  /** Its name, where a program copies what lies in it. */
  syncedFolder: z.string().optional(),
  todo: z.array(
    z.enum([
      'disk-open',
      'disk-unknown',
      'synced',
      'network',
      'fat',
      'swap-open',
      'hibernation-open',
    ]),
  ),
});
