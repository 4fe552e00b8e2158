import type { JsonValue } from '#shared/domain/json';
import { isRecordKind } from '#shared/domain/kinds';
import { Name, useText } from '#i18n';
import { useFieldWords } from '../forms/words';
import { fieldOf, ValueText } from '../history/ValueText';

/** A kind as words; as it came where a later version of the program made it. */
export function useKindWord(): (kind: string) => string {
  const words = useFieldWords();
  return (kind) => (isRecordKind(kind) ? words.kind(kind) : kind);
}

/** What a path is called: a field, or a mark that every record may have. */
export function useFieldWord(): (kind: string, path: string) => string {
  const t = useText();
  const words = useFieldWords();
  return (kind, path) => {
    const name = fieldOf(path);
    if (name === '$level') return t('bundles.field.level');
    if (name === '$trash') return t('bundles.field.trash');
    if (name.startsWith('blob')) return t('bundles.field.file');
    return isRecordKind(kind) ? words.field(kind, name) : name;
  };
}

type ValueProps = {
  readonly kind: string;
  readonly path: string;
  readonly value: JsonValue;
  readonly labels?: Readonly<Record<string, string>> | undefined;
};

/** A value that travels. Hashes and names of attachments are said in few characters. */
export function TravelValue({ kind, path, value, labels }: ValueProps) {
  const t = useText();
  const words = useFieldWords();
  if (fieldOf(path) === '$level' && typeof value === 'string') return words.choice(value);
  if (fieldOf(path) === '$trash') return t(value === null ? 'record.no' : 'record.yes');
  const isLong = typeof value === 'string' && /^[0-9a-z]{40,}$/u.test(value);
  if (isLong) return <bdi>{`${value.slice(0, 8)}…`}</bdi>;
  if (!isRecordKind(kind)) return <Name>{JSON.stringify(value)}</Name>;
  return <ValueText kind={kind} path={path} value={value} labels={labels} />;
}
