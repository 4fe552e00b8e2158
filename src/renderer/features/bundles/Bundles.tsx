import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PackagePlus } from 'lucide-react';
import { T } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { Button, EmptyState, SheetRow, SheetSection } from '#ui';
import { useOff } from '../settings/use-off';
import { ArrivedRow, SentRow } from './BundleRows';
import css from './Bundles.module.css';
import { bundlesQuery, waitingQuery } from './model';
import { OpenArrived } from './OpenArrived';
import { UndoArrival } from './UndoArrival';

/** The two ways to begin: to make one, and to open what arrived. */
function Begin() {
  const go = useGo();
  const off = useOff();
  const { data: waiting } = useQuery(waitingQuery);
  return (
    <SheetRow>
      <div className={css.begin}>
        <Button
          kind="main"
          icon={PackagePlus}
          off={off}
          onPress={() => {
            go({ to: 'exchange', tab: 'make' });
          }}
        >
          <T id="bundles.make" />
        </Button>
        {off === undefined && (
          <div className={css.drop}>
            <OpenArrived hasWaiting={waiting?.bundle !== undefined} />
          </div>
        )}
      </div>
    </SheetRow>
  );
}

/** What was made here for other desks, and what came from them. */
export function Bundles() {
  const [undoing, setUndoing] = useState<string>();
  const { data, error } = useQuery(bundlesQuery);
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const { sent, arrived } = data;
  return (
    <>
      <Begin />
      {sent.length + arrived.length === 0 && (
        <SheetRow>
          <EmptyState title={<T id="bundles.none" />}>
            <T id="bundles.none.how" />
          </EmptyState>
        </SheetRow>
      )}
      {sent.length > 0 && <SheetSection title={<T id="bundles.sent.title" />} note={sent.length} />}
      {sent.map((row) => (
        <SentRow key={row.id} row={row} />
      ))}
      {arrived.length > 0 && (
        <SheetSection title={<T id="bundles.arrived.title" />} note={arrived.length} />
      )}
      {arrived.map((row) => (
        <ArrivedRow
          key={row.id}
          row={row}
          onUndo={() => {
            setUndoing(row.id);
          }}
        />
      ))}
      {undoing !== undefined && (
        <UndoArrival
          bundle={undoing}
          onClose={() => {
            setUndoing(undefined);
          }}
        />
      )}
    </>
  );
}
