import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Name, T } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, SheetRow, SheetSection, text } from '#ui';
import { useMomentParts } from '../history/use-moments';
import { useOff } from '../settings/use-off';
import { useStep } from '../settings/use-step';
import { What, Where } from './Entry';
import { FactsRow } from '../parts/FactsRow';
import type { OutsideRow } from './model';

const PAGE = { limit: 100, offset: 0 };
/** Nothing is there any more to be reminded of. */
const FINAL = new Set(['deleted', 'replaced']);

/** What was closed, the latest first, on wish. */
export function ClosedEntries({ count }: { readonly count: number }) {
  const [isShown, setShown] = useState(false);
  return (
    <section>
      <SheetSection
        title={<T id="outside.closed" />}
        note={count}
        end={
          <Button
            kind="quiet"
            aria-expanded={isShown}
            onPress={() => {
              setShown(!isShown);
            }}
          >
            <T id={isShown ? 'outside.closed.hide' : 'outside.closed.show'} />
          </Button>
        }
      />
      {isShown && <Closed />}
    </section>
  );
}

function Closed() {
  const { data, error } = useQuery({
    queryKey: ['outside', 'closed', PAGE],
    queryFn: () => value(rihai.outside.closed(PAGE)),
  });
  if (error !== null) return <CodedError error={error} />;
  return data?.rows.map((row) => <ClosedEntry key={row.id} row={row} />);
}

function ClosedEntry({ row }: { readonly row: OutsideRow }) {
  const off = useOff();
  const parts = useMomentParts();
  const { error, isPending, run } = useStep();
  const { id, closed } = row;
  if (closed === undefined) return null;
  const note = <Name>{closed.note}</Name>;
  return (
    <SheetRow margin={parts(closed.atMs).day}>
      <FactsRow
        acts={
          !FINAL.has(closed.how) && (
            <Button
              kind="quiet"
              icon={RotateCcw}
              off={off}
              isPending={isPending}
              onPress={() => void run(() => rihai.outside.reopen({ id }))}
            >
              <T id="outside.reopen" />
            </Button>
          )
        }
      >
        <What row={row} />
        <Where row={row} />
        <span>
          <T id={`outside.end.${closed.how}`} />
          {closed.note !== '' && <span className={text.quiet}>: {note}</span>}
        </span>
        {error !== undefined && <CodedError error={error} />}
      </FactsRow>
    </SheetRow>
  );
}
