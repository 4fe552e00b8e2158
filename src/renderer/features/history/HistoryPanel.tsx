import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { RecordId } from '#shared/domain/ids';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { Name, T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError, run } from '#renderer/app/parts';
import { Button, EmptyState, text } from '#ui';
import { useFieldWords } from '../forms/words';
import css from './History.module.css';
import { useMoments } from './use-moments';
import { useWhat } from './what';
import { fieldOf, ValueText } from './ValueText';

type Entry = OutputOf<Contract['records']['history']>[number];
type Kind = OutputOf<Contract['records']['get']>['kind'];

type Props = {
  readonly record: RecordId;
  /** Of one field or one value only. */
  readonly path?: string;
};

const SHOWN = 50;

/** Changes of one action stand together; the latest action first. */
function byAction(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.action);
    if (group === undefined) groups.set(entry.action, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].reverse();
}

/** Who said what of a record, when and from where; each action can be taken back. */
export function HistoryPanel({ record, path }: Props) {
  const [most, setMost] = useState(SHOWN);
  const input = { id: record, ...(path !== undefined && { path }) };
  const { data, error } = useQuery({
    queryKey: ['records', 'history', input],
    queryFn: () => value(rihai.records.history(input)),
  });
  const { data: whole } = useQuery({
    queryKey: ['records', 'get', { id: record }],
    queryFn: () => value(rihai.records.get({ id: record })),
  });
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined || whole === undefined) return null;
  const groups = byAction(data);
  if (groups.length === 0) return <EmptyState title={<T id="history.none" />} />;
  return (
    <>
      <ol className={css.list}>
        {groups.slice(0, most).map((entries) => (
          <Action key={entries[0]?.action} entries={entries} kind={whole.kind} />
        ))}
      </ol>
      {groups.length > most && (
        <Button
          onPress={() => {
            setMost(most + SHOWN);
          }}
        >
          <T id="history.older" values={{ count: groups.length - most }} />
        </Button>
      )}
    </>
  );
}

type ActionProps = { readonly entries: readonly Entry[]; readonly kind: Kind };

function Action({ entries, kind }: ActionProps) {
  const t = useText();
  const words = useFieldWords();
  const moment = useMoments();
  const whatOf = useWhat();
  const [first] = entries;
  if (first === undefined) return null;
  const what = whatOf(first.what);
  const undo = (): void => {
    void run(rihai.undo.run({ action: first.action }), t('app.undone', { said: what }));
  };
  return (
    <li className={css.action}>
      <div className={css.head}>
        <time className={css.when}>{moment(first.at)}</time>
        <div className={css.who}>
          <Name className={text.name}>{first.actorName}</Name>
          <span className={text.quiet}>{what}</span>
          <Origin origin={first.origin} />
          {first.isFarAhead && (
            <span className={css.ahead}>
              <T id="history.ahead" />
            </span>
          )}
        </div>
        <Button kind="quiet" icon={Undo2} onPress={undo}>
          <T id="ui.undo" />
        </Button>
      </div>
      <dl className={css.values}>
        {entries.map((entry) => (
          <div key={entry.change} className={css.value}>
            <dt>{words.field(kind, fieldOf(entry.path))}</dt>
            <dd>
              <ValueText kind={kind} path={entry.path} value={entry.value} />
              {!entry.isHead && (
                <span className={css.past}>
                  <T id="history.past" />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** Where a change came from, where it was not typed here. */
export function Origin({ origin }: { readonly origin: Entry['origin'] }) {
  if (origin.type === 'typed') return null;
  return (
    <span className={text.quieter}>
      {origin.type === 'file' ? (
        origin.row === undefined ? (
          <T id="history.file" />
        ) : (
          <T id="history.row" values={{ row: origin.row }} />
        )
      ) : (
        <T id="history.bundle" />
      )}
    </span>
  );
}
