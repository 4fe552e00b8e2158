import { useQuery } from '@tanstack/react-query';
import { Luggage } from 'lucide-react';
import { useState } from 'react';
import { T } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { Button, EmptyState, SheetRow, SheetSection } from '#ui';
import { useOff } from '../settings/use-off';
import { CopyRow } from './CopyRow';
import { EndCopy } from './EndCopy';
import { travelQuery, type Copy } from './model';
import { TakeBack } from './TakeBack';
import css from '../parts/Carried.module.css';

type Doing = { readonly what: 'back' | 'end'; readonly copy: Copy };

function Begin({ hasCopies }: { readonly hasCopies: boolean }) {
  const go = useGo();
  const off = useOff();
  return (
    <SheetRow>
      <div className={css.begin}>
        <Button
          kind={hasCopies ? 'plain' : 'main'}
          icon={Luggage}
          off={off}
          onPress={() => {
            go({ to: 'exchange', tab: 'carry' });
          }}
        >
          <T id="travel.make" />
        </Button>
        <p className={css.lead}>
          <T id="travel.lead" />
        </p>
      </div>
    </SheetRow>
  );
}

/** Vaults that are carried: what is out, what came back, what became of the others. */
export function Travel() {
  const [doing, setDoing] = useState<Doing>();
  const { data, error } = useQuery(travelQuery);
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const out = data.filter(({ ended }) => ended === undefined);
  const over = data.filter(({ ended }) => ended !== undefined);
  const close = (): void => {
    setDoing(undefined);
  };
  const rowOf = (copy: Copy) => (
    <CopyRow
      key={copy.id}
      copy={copy}
      onDo={(what) => {
        setDoing({ what, copy });
      }}
    />
  );
  return (
    <>
      <Begin hasCopies={out.length > 0} />
      {data.length === 0 && (
        <SheetRow>
          <EmptyState title={<T id="travel.none" />}>
            <T id="travel.none.how" />
          </EmptyState>
        </SheetRow>
      )}
      {out.length > 0 && <SheetSection title={<T id="travel.out" />} note={out.length} />}
      {out.map(rowOf)}
      {over.length > 0 && <SheetSection title={<T id="travel.over" />} note={over.length} />}
      {over.map(rowOf)}
      {doing?.what === 'back' && <TakeBack copy={doing.copy} onClose={close} />}
      {doing?.what === 'end' && <EndCopy copy={doing.copy} onClose={close} />}
    </>
  );
}
