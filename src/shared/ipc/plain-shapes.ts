import { z } from '#shared/domain/zod';

// What the calls of main are made of. It reads no registry: main starts without one.

/** Nothing is asked or nothing answered. */
export const nothing = z.undefined();

/** Stands for a file or folder that the user chose. */
export const token = z.uuid();
