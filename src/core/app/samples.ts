import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RecordId } from '#shared/domain/ids';
import { z } from '#shared/domain/zod';
import { AppError } from '#shared/errors/app-error';
import type { ImportSource } from '#core/import/index';
import type { CaseFile } from './case-file';

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

const fileSource = (name: string): ImportSource => ({
  name,
  open: () => createReadStream(name) as AsyncIterable<Uint8Array>,
});

/** Takes the invented cases and their papers into an open vault; `onStep` is told how many of all are done. */
export async function takeInSamples(
  file: CaseFile,
  samples: Samples,
  onStep: (done: number, total: number) => void,
): Promise<void> {
  const total = samples.keys.length + samples.attachments.length;
  const ids: RecordId[] = [];
  const checked = await file.imports.check(samples.files.map(fileSource), 'sample');
  await file.imports.run(checked, {
    namespace: 'sample',
    onCommitted: (batch) => {
      ids.push(...batch);
      onStep(ids.length, total);
    },
  });
  if (ids.length !== samples.keys.length) throw new AppError('internal', { reference: 'samples' });
  const byKey = new Map(samples.keys.map((key, index) => [key, ids[index]]));
  for (const [
    index,
    { file: name, about, on, title, type, language },
  ] of samples.attachments.entries()) {
    const path = join(samples.dir, name);
    const record = byKey.get(about);
    await file.documents.attach(
      {
        bytes: createReadStream(path) as AsyncIterable<Uint8Array>,
        sizeBytes: statSync(path).size,
      },
      {
        originalName: basename(path),
        about: record === undefined ? [] : [record],
        title,
        language,
        on: { edtf: on },
        ...(type === undefined ? {} : { type }),
      },
    );
    onStep(ids.length + index + 1, total);
  }
}
