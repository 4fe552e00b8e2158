import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '#shared/domain/zod';

const attachment = z.strictObject({
  file: z.string(),
  title: z.string(),
  type: z.string().optional(),
  on: z.iso.date(),
  language: z.string(),
  /** Key of the record that the paper is about. */
  about: z.string(),
});

const manifestSchema = z.strictObject({
  sample: z.string(),
  /** The day on which the story of the sample set stands. */
  referenceDay: z.iso.date(),
  zone: z.string(),
  records: z.array(z.string()),
  attachments: z.array(attachment),
});

/** The invented sample set: its files, the day it is told as of, and the key of every record in order. */
export type Samples = {
  readonly dir: string;
  readonly referenceDay: string;
  readonly files: readonly string[];
  readonly keys: readonly string[];
  readonly attachments: readonly z.infer<typeof attachment>[];
};

const keySchema = z.object({ id: z.string() });

const keysOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => keySchema.parse(JSON.parse(line)).id);

export function readSamples(dir: string): Samples {
  const text = readFileSync(join(dir, 'manifest.json'), 'utf8');
  const { referenceDay, records, attachments } = manifestSchema.parse(JSON.parse(text));
  const files = records.map((name) => join(dir, name));
  return { dir, referenceDay, files, keys: files.flatMap(keysOf), attachments };
}
