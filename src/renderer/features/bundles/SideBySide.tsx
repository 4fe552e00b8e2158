import { useQuery } from '@tanstack/react-query';
import type { JsonValue } from '#shared/domain/json';
import type { RecordView } from '#shared/domain/registry';
import { T } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Panel, text } from '#ui';
import { fieldOf } from '../history/ValueText';
import css from './Bundles.module.css';
import { TravelValue, useFieldWord } from './FieldLine';
import type { Coming, Likely } from './model';

type Said = { readonly path: string; readonly value: JsonValue };

type Props = {
  readonly bundle: string;
  readonly pair: Likely;
  readonly onApart: () => void;
  readonly onClose: () => void;
};

/** Every value of a record, elements of lists one by one. */
const saidBy = ({ fields }: RecordView): readonly Said[] =>
  Object.entries(fields as Readonly<Record<string, JsonValue>>).flatMap(([name, held]) =>
    Array.isArray(held)
      ? (held as readonly { id: string; value: JsonValue }[]).map((one) => ({
          path: `${name}/${one.id}`,
          value: one.value,
        }))
      : [{ path: name, value: held }],
  );

const comingBy = ({ fields }: Coming): readonly Said[] =>
  fields
    .filter(({ path }) => !path.startsWith('$'))
    .map(({ path, theirs }) => ({ path, value: theirs }));

type CellProps = {
  readonly kind: string;
  readonly said: readonly Said[];
  readonly labels?: Coming['labels'];
};

const Cell = ({ kind, said, labels }: CellProps) => (
  <td>
    {said.map(({ path, value: told }) => (
      <div key={path}>
        <TravelValue kind={kind} path={path} value={told} labels={labels} />
      </div>
    ))}
  </td>
);

type TableProps = { readonly ours: RecordView; readonly theirs: Coming };

/** Field by field, what is known here and what came. */
function Both({ ours, theirs }: TableProps) {
  const fieldWord = useFieldWord();
  const [here, came] = [saidBy(ours), comingBy(theirs)];
  const names = [...new Set([...here, ...came].map(({ path }) => fieldOf(path)))];
  const of = (said: readonly Said[], name: string) =>
    said.filter(({ path }) => fieldOf(path) === name);
  return (
    <table className={css.both}>
      <thead>
        <tr>
          <th scope="col">
            <span className={text.hidden}>
              <T id="bundles.likely.field" />
            </span>
          </th>
          <th scope="col">
            <T id="bundles.likely.ours" />
          </th>
          <th scope="col">
            <T id="bundles.likely.theirs" />
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{fieldWord(ours.kind, name)}</th>
            <Cell kind={ours.kind} said={of(here, name)} />
            <Cell kind={theirs.kind} said={of(came, name)} labels={theirs.labels} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Two people of nearly the same name, one beside the other. */
export function SideBySide({ bundle, pair, onApart, onClose }: Props) {
  const { theirs, ours } = pair;
  const { data, error } = useQuery({
    queryKey: ['bundles', 'comingOne', { bundle, theirs, ours }],
    queryFn: async () => ({
      theirs: await value(rihai.bundles.comingOne({ bundle, id: theirs })),
      ours: await value(rihai.records.get({ id: ours })),
    }),
  });
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="bundles.likely" />}
      foot={
        <>
          <Button kind="main" autoFocus onPress={onApart}>
            <T id="bundles.likely.apart" />
          </Button>
          <Button onPress={onClose}>
            <T id="bundles.likely.later" />
          </Button>
        </>
      }
    >
      <p className={css.lead}>
        <T id="bundles.likely.lead" />
      </p>
      {error !== null && <CodedError error={error} />}
      {data !== undefined && <Both {...data} />}
    </Panel>
  );
}
