import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from '#shared/domain/zod';
import { AppError } from '#shared/errors/app-error';
import type { Pack } from './model';
import {
  courtSchema,
  documentTypesSchema,
  hearingWordsSchema,
  packSchema,
  rulesSchema,
  statutesSchema,
} from './schema';

function readPart<S extends z.ZodType>(directory: string, file: string, schema: S): z.infer<S> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(directory, file), 'utf8'));
  } catch (cause) {
    throw new AppError('pack/damaged', { file, field: '' }, cause);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('pack/damaged', {
    file,
    field: (parsed.error.issues[0]?.path ?? []).map(String).join('.'),
  });
}

function refuseTwice(file: string, codes: readonly string[], key = 'code'): void {
  const seen = new Set<string>();
  for (const [index, code] of codes.entries()) {
    if (seen.has(code))
      throw new AppError('pack/damaged', { file, field: `${String(index)}.${key}` });
    seen.add(code);
  }
}

function refuseUnknown(
  file: string,
  known: readonly string[],
  used: readonly { readonly field: string; readonly code: string }[],
): void {
  const wrong = used.find(({ code }) => !known.includes(code));
  if (wrong !== undefined) throw new AppError('pack/damaged', { file, field: wrong.field });
}

function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch (cause) {
    throw new AppError('pack/damaged', { file: 'pack.json', field: 'zone' }, cause);
  }
}

/** Codes are named once, and whatever names a code names one that is there. */
function checkNames(pack: Pack): void {
  const courts = pack.courts.map(({ code }) => code);
  const { acts, sections, gates } = pack.statutes;
  refuseTwice('courts.json', courts);
  refuseTwice(
    'rules.json',
    pack.rules.map(({ id }) => id),
    'id',
  );
  refuseTwice(
    'sections.json',
    sections.map(({ code }) => code),
  );
  refuseUnknown(
    'courts.json',
    courts,
    pack.courts.flatMap(({ next }, at) =>
      next.map((code) => ({ field: `${String(at)}.next`, code })),
    ),
  );
  const inSections = (key: 'courts' | 'gates') =>
    sections.flatMap((section, at) =>
      section[key].map((code) => ({ field: `sections.${String(at)}.${key}`, code })),
    );
  refuseUnknown('sections.json', courts, inSections('courts'));
  refuseUnknown(
    'sections.json',
    gates.map(({ code }) => code),
    inSections('gates'),
  );
  refuseUnknown(
    'sections.json',
    acts.map(({ code }) => code),
    sections.map(({ act }, at) => ({ field: `sections.${String(at)}.act`, code: act })),
  );
}

/**
 * Reads a pack from its folder of JSON files. Throws `pack/damaged` with the
 * `file` and the `field` (dotted path; '' for the whole file) that is wrong.
 */
export function loadPack(directory: string): Pack {
  const pack: Pack = {
    ...readPart(directory, 'pack.json', packSchema),
    courts: readPart(directory, 'courts.json', courtSchema.array()),
    statutes: readPart(directory, 'sections.json', statutesSchema),
    rules: readPart(directory, 'rules.json', rulesSchema),
    hearings: readPart(directory, 'hearings.json', hearingWordsSchema),
    documentTypes: readPart(directory, 'documents.json', documentTypesSchema),
  };
  checkZone(pack.zone);
  checkNames(pack);
  return pack;
}
