import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { Name, T } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, SheetRow, SheetSection, text } from '#ui';
import { TravelValue, useFieldWord, useKindWord } from '../bundles/FieldLine';
import { useLabel } from '../history/use-label';
import { useMomentParts } from '../history/use-moments';
import { FactsRow } from '../parts/FactsRow';
import { useOff } from '../settings/use-off';
import { useStep } from '../settings/use-step';
import css from '../parts/Carried.module.css';
import { asksQuery, type Asked } from './model';

type Answer = 'take' | 'refuse';
type AnswerAll = (rows: readonly Asked[], answer: Answer) => void;

const ANSWERS = [
  ['take', Check],
  ['refuse', X],
] as const;

function AskedRow({ row, onAnswer }: { readonly row: Asked; readonly onAnswer: AnswerAll }) {
  const off = useOff();
  const parts = useMomentParts();
  const kindWord = useKindWord();
  const fieldWord = useFieldWord();
  const labelOf = useLabel();
  const { kind, label, path, question, from, atMs } = row;
  return (
    <SheetRow margin={parts(atMs).day}>
      <FactsRow
        acts={ANSWERS.map(([answer, icon]) => (
          <Button
            key={answer}
            icon={icon}
            off={off}
            onPress={() => {
              onAnswer([row], answer);
            }}
          >
            <T id={`folders.ask.${answer}`} />
          </Button>
        ))}
      >
        <span>
          <Name className={text.name}>{labelOf(kind, label)}</Name>{' '}
          <span className={text.quiet}>{kindWord(kind)}</span>
        </span>
        <span className={css.small}>
          <span>
            <T
              id={`folders.ask.${question ?? 'aside'}`}
              values={{ from: <Name className={text.name}>{from}</Name> }}
            />
          </span>
          {question !== 'deletes' && (
            <span>
              {fieldWord(kind, path)} <TravelValue kind={kind} path={path} value={row.value} />
            </span>
          )}
        </span>
      </FactsRow>
    </SheetRow>
  );
}

/** What came through folders and is never simply taken: deletions, lower levels, what was erased here. */
export function Asking() {
  const off = useOff();
  const { isPending, error, run } = useStep();
  const { data, error: unread } = useQuery(asksQuery);
  if (unread !== null) return <CodedError error={unread} />;
  if (data === undefined || data.length === 0) return null;
  const answer: AnswerAll = (rows, said) => {
    if (isPending) return;
    const changes = rows.map(({ change }) => change);
    void run(() => rihai.folders.answer({ changes, answer: said }));
  };
  return (
    <section>
      <SheetSection
        title={<T id="folders.asks" />}
        note={data.length}
        end={
          data.length > 1 &&
          ANSWERS.map(([said, icon]) => (
            <Button
              key={said}
              kind="quiet"
              icon={icon}
              off={off}
              onPress={() => {
                answer(data, said);
              }}
            >
              <T id={`folders.ask.${said}.all`} />
            </Button>
          ))
        }
      />
      {data.map((row) => (
        <AskedRow key={row.change} row={row} onAnswer={answer} />
      ))}
      {error !== undefined && (
        <SheetRow>
          <CodedError error={error} />
        </SheetRow>
      )}
    </section>
  );
}
