import { Undo2 } from 'lucide-react';
import type { RecordId } from '#shared/domain/ids';
import { Name, T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { run } from '#renderer/app/parts';
import { Button, SheetRow, text } from '#ui';
import { useFieldWords } from '../forms/words';
import css from './History.module.css';
import { linesOf, type StoryAction, type StoryEntry, type Written } from './story';
import { useLabel } from './use-label';
import { useMomentParts, useMoments } from './use-moments';
import { fieldOf, ValueText } from './ValueText';
import { useWhat } from './what';

type Props = {
  readonly action: StoryAction;
  /** The record whose history is shown. */
  readonly subject: RecordId;
};

/** One action: who did what and when, and every value it wrote, by record. */
export function HistoryAction({ action: { first, records }, subject }: Props) {
  const t = useText();
  const moment = useMoments();
  const parts = useMomentParts()(first.at);
  const what = useWhat()(first.what);
  const undo = (): void => {
    void run(rihai.undo.run({ action: first.action }), t('app.undone', { said: what }));
  };
  return (
    <li>
      <SheetRow
        margin={
          <time className={css.when} title={moment(first.at)}>
            {parts.day}
            <span>{parts.time}</span>
          </time>
        }
      >
        <div className={css.head}>
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
        {records.map((written) => (
          <Record key={written.of.record} written={written} subject={subject} />
        ))}
      </SheetRow>
    </li>
  );
}

type RecordProps = { readonly written: Written; readonly subject: RecordId };

function Record({ written, subject }: RecordProps) {
  const words = useFieldWords();
  const labelOf = useLabel();
  const { kind, label, record, isTrashed } = written.of;
  return (
    <section className={css.record}>
      {record !== subject && (
        <p className={css.of}>
          {words.kind(kind)}
          {label !== '' && <Name className={text.name}>{labelOf(kind, label)}</Name>}
          {isTrashed && (
            <span className={css.past}>
              <T id="history.inTrash" />
            </span>
          )}
        </p>
      )}
      <dl className={css.values}>
        {linesOf(written, subject).map((entry) => (
          <Value key={entry.change} entry={entry} />
        ))}
      </dl>
    </section>
  );
}

function Value({ entry: { kind, path, value, isHead } }: { readonly entry: StoryEntry }) {
  const words = useFieldWords();
  return (
    <div className={css.value}>
      <dt>{words.field(kind, fieldOf(path))}</dt>
      <dd>
        <ValueText kind={kind} path={path} value={value} />
        {!isHead && (
          <span className={css.past}>
            <T id="history.past" />
          </span>
        )}
      </dd>
    </div>
  );
}

/** Where a change came from, where it was not typed here. */
export function Origin({ origin }: { readonly origin: StoryEntry['origin'] }) {
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
