import { z } from '#shared/domain/zod';
import { id, kind } from '../shapes';

/** A record that a row of the log tells of, where it still exists. */
export const recordRef = z.strictObject({ id, kind, label: z.string() });
