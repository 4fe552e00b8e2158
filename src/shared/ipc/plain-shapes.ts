import { idSchema } from '#shared/domain/field';
import { z } from '#shared/domain/zod';

// What the calls of main are made of. It reads no registry: main starts without one.

/** Nothing is asked or nothing answered. */
export const nothing = z.undefined();

/** Stands for a file or folder that the user chose. */
export const token = z.uuid();

export const id = idSchema;
export const count = z.int().min(0);
export const bytes = z.instanceof(Uint8Array) as z.ZodType<Uint8Array>;
