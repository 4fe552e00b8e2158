import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { RecordId } from '#shared/domain/ids';
import { isId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import type { RecordKind } from '#shared/domain/kinds';
import { Name, T, useDays } from '#i18n';
import { rihai, value as valueOf } from '#renderer/app/bridge';
import { text } from '#ui';
import { termOf, useFields, usePack } from '../forms/reference';
import { useFieldWords } from '../forms/words';

type Props = {
  readonly kind: RecordKind;
  /** `on`, or `names/<element>`. */
  readonly path: string;
  readonly value: JsonValue;
  /** Of records that a value may name and that are not kept here. */
  readonly labels?: Labels | undefined;
};

type Labels = Readonly<Record<string, string>>;

/** The name of the field that a path stands in. */
export const fieldOf = (path: string): string => path.split('/')[0] ?? path;

const isObject = (value: unknown): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDate = (value: JsonValue): value is { readonly edtf: string; readonly written?: string } =>
  isObject(value) && typeof value.edtf === 'string';

/** The label of a record that a value names. */
function Named({
  id,
  labels = {},
}: {
  readonly id: RecordId;
  readonly labels?: Labels | undefined;
}) {
  const known = labels[id];
  const { data, error } = useQuery({
    queryKey: ['records', 'get', { id }],
    queryFn: () => valueOf(rihai.records.get({ id })),
    enabled: known === undefined,
  });
  if (known !== undefined) return known === '' ? <T id="record.unnamed" /> : <Name>{known}</Name>;
  if (error !== null) return <T id="record.gone" />;
  if (data === undefined) return null;
  return data.label === '' ? <T id="record.unnamed" /> : <Name>{data.label}</Name>;
}

/** One value of a record in words. */
export function ValueText({ kind, path, value, labels }: Props) {
  const words = useFieldWords();
  const name = fieldOf(path);
  const type = useFields(kind)?.[name]?.type;
  if (value === null)
    return (
      <span className={text.quieter}>
        <T id="history.cleared" />
      </span>
    );
  // A claim names a field; most of those are fields of a person.
  if (kind === 'claim' && name === 'field' && typeof value === 'string')
    return words.field('person', fieldOf(value));
  if (type === 'object' && isObject(value) && !isDate(value))
    return (
      <>
        {Object.entries(value).map(([part, one], at) => (
          <Fragment key={part}>
            {at > 0 && '; '}
            <span className={text.quiet}>{words.field(kind, name, part)}</span>{' '}
            <Simple kind={kind} name={name} value={one} labels={labels} isWord />
          </Fragment>
        ))}
      </>
    );
  return <Simple kind={kind} name={name} value={value} labels={labels} isWord={type !== 'text'} />;
}

type SimpleProps = {
  readonly kind: RecordKind;
  readonly name: string;
  readonly value: JsonValue;
  /** It may be the word of a choice. */
  readonly isWord: boolean;
  readonly labels: Labels | undefined;
};

function Simple({ kind, name, value, isWord, labels }: SimpleProps) {
  const words = useFieldWords();
  const pack = usePack();
  // The year is always written: history goes back.
  const days = useDays('');
  if (isDate(value)) return <bdi>{days.words(value.edtf)}</bdi>;
  if (typeof value === 'boolean') return <T id={value ? 'record.yes' : 'record.no'} />;
  if (typeof value === 'string' && isId(value))
    return <Named id={value as RecordId} labels={labels} />;
  if (typeof value === 'string')
    return (
      <Name>{isWord ? words.choice(value, kind, name) : termOf(pack, kind, name, value)}</Name>
    );
  return <Name>{JSON.stringify(value)}</Name>;
}
