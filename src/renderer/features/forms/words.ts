import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { RecordKind } from '#shared/domain/kinds';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

type Saved = OutputOf<Contract['records']['edit']>;
type Fault = Extract<Saved, { readonly isSaved: false }>['faults'][number];

export type FieldWords = {
  /** `Detainee`. */
  readonly kind: (kind: RecordKind) => string;
  /** Label of a field, or of a part of an object: `field('person', 'names', 'text')`. */
  readonly field: (kind: RecordKind, name: string, part?: string) => string;
  /** A word of a choice, `judicial remand`; as it came where it is none of ours. */
  readonly choice: (word: string, kind?: RecordKind, name?: string) => string;
  /** What is wrong with a value. */
  readonly fault: (fault: Pick<Fault, 'code' | 'reason'>) => string;
};

const FAULTS: Readonly<Record<string, string>> = {
  empty: 'empty',
  'too-long': 'too-long',
  'hidden-characters': 'hidden',
  'line-break': 'line-break',
  'not-a-date': 'date',
  'too-big': 'range',
  'too-small': 'range',
  'invalid-type': 'empty',
  'wrong-kind': 'reference',
  'not-an-id': 'reference',
};

/** Words for kinds, fields and choices of the registry, in the language of the window. */
export function useFieldWords(): FieldWords {
  const intl = useIntl();
  return useMemo(() => {
    const first = (ids: readonly string[], fallback: string): string => {
      const id = ids.find((one) => Object.hasOwn(intl.messages, one));
      return id === undefined ? fallback : intl.formatMessage({ id });
    };
    return {
      kind: (kind) => first([`kind.${kind}`], kind),
      field: (kind, name, part) =>
        part === undefined
          ? first([`field.${kind}.${name}`, `field.${name}`], name)
          : first([`field.${kind}.${name}.${part}`, `field.${part}`], part),
      choice: (word, kind, name) =>
        first([`choice.${kind ?? ''}.${name ?? ''}.${word}`, `choice.${word}`], word),
      fault: ({ code, reason }) => {
        const name = code === 'input/date' ? 'date' : (FAULTS[reason] ?? 'other');
        return intl.formatMessage({ id: `form.fault.${name}` });
      },
    };
  }, [intl]);
}
