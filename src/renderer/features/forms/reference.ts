import { useQuery } from '@tanstack/react-query';
import type { Option } from '#ui';
import type { RecordKind } from '#shared/domain/kinds';
import { rihai, value } from '#renderer/app/bridge';
import type { FormField, Pack } from './model';

/** The fields of a kind; undefined until they are read. */
export function useFields(kind: RecordKind): Readonly<Record<string, FormField>> | undefined {
  const { data } = useQuery({
    queryKey: ['reference', 'registry'],
    queryFn: () => value(rihai.reference.registry()),
  });
  return data?.[kind];
}

/** Words of the usual jurisdiction. */
export function usePack(): Pack | undefined {
  const { data } = useQuery({
    queryKey: ['reference', 'pack', {}],
    queryFn: () => value(rihai.reference.pack({})),
  });
  return data;
}

/** Today at the courts, for typed dates; of this machine until the vault has told it. */
export function useToday(): string {
  const { data } = useQuery({
    queryKey: ['vault', 'info'],
    queryFn: () => value(rihai.vault.info()),
  });
  return data?.today ?? new Date().toISOString().slice(0, 10);
}

type Terms = (pack: Pack) => readonly { readonly code: string; readonly label: string }[];

/** Fields that keep the code of a term, and where the terms stand. */
const CODED: Readonly<Record<string, Terms>> = {
  'case.region': (pack) => pack.regions,
  'proceeding.court': (pack) => pack.courts,
  'charge.section': (pack) => pack.sections,
  'document.type': (pack) => pack.documentTypes,
  'ruleOverride.rule': (pack) => pack.rules,
};

/** What the pack calls the code that a field keeps; the code itself where it does not know it. */
export const termOf = (
  pack: Pack | undefined,
  kind: RecordKind,
  name: string,
  code: string,
): string =>
  (pack && CODED[`${kind}.${name}`]?.(pack).find((term) => term.code === code)?.label) ?? code;

/** Fields that keep words, with those commonly used. */
const WORDED: Readonly<Record<string, Terms>> = {
  'hearing.purpose': (pack) => pack.purposes,
  'hearing.outcome': (pack) => pack.outcomes,
};

/** What a text field suggests: the id of an option is what is kept. */
export function suggestionsOf(
  pack: Pack | undefined,
  kind: RecordKind,
  name: string,
): readonly Option[] | undefined {
  const key = `${kind}.${name}`;
  const coded = CODED[key];
  if (coded !== undefined)
    return pack === undefined
      ? []
      : coded(pack).map(({ code, label }) => ({ id: code, label, note: code }));
  const worded = WORDED[key];
  if (worded === undefined) return undefined;
  return pack === undefined ? [] : worded(pack).map(({ label }) => ({ id: label, label }));
}
