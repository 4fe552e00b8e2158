import { line, lineSchema, many, object, prose } from '../field';
import { z } from '../zod';

/** Names as they are found in papers: `latin` or `arabic` script, and what kind of name it is. */
export const nameShape = {
  text: lineSchema,
  script: z.enum(['latin', 'arabic', 'other']).optional(),
  kind: z.enum(['legal', 'alias', 'parentage', 'unknown']).optional(),
  /** For parentage: son of, daughter of, wife of. */
  relation: z.enum(['s/o', 'd/o', 'w/o']).optional(),
};

export const names = (level: 'team' | 'privileged' = 'team') =>
  many(object(nameShape, { search: true, level }));

export const phones = () =>
  many(
    object(
      { number: lineSchema, note: lineSchema.optional() },
      { level: 'privileged', search: true },
    ),
  );

export const addresses = () =>
  many(
    object(
      {
        text: lineSchema,
        kind: z.enum(['home', 'work', 'native', 'office', 'other']).optional(),
        district: lineSchema.optional(),
      },
      { level: 'privileged', search: true },
    ),
  );

export const tags = () => many(line({ search: true }));
export const notes = () => prose({ search: true });

type Named = readonly {
  readonly value: { readonly text: string; readonly kind?: string | undefined };
}[];

/** The name to call someone by: the first legal name, or the first that is no parentage. */
export function calledName(all: Named | undefined): string {
  const usable = (all ?? []).filter((name) => name.value.kind !== 'parentage');
  return (usable.find((name) => name.value.kind === 'legal') ?? usable[0])?.value.text ?? '';
}
