import { ArrowLeft } from 'lucide-react';
import { T } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { Button, Sheet, SheetHead, Split } from '#ui';
import type { Choice } from './choice';
import { MakeForm } from './MakeForm';
import { MakeSide } from './MakeSide';
import { Preview } from './Preview';
import { useAgain } from './use-again';
import { useMake } from './use-make';

function Making({ start }: { readonly start: Choice }) {
  const go = useGo();
  const { choice, plan, error, onFile, onChange } = useMake(start);
  return (
    <Split end={<MakeSide choice={choice} plan={plan} />}>
      <Sheet>
        <SheetHead
          title={<T id="bundles.make" />}
          actions={
            <Button
              kind="quiet"
              icon={ArrowLeft}
              onPress={() => {
                go({ to: 'exchange', tab: 'bundles' });
              }}
            >
              <T id="bundles.back" />
            </Button>
          }
        />
        <MakeForm choice={choice} onChange={onChange} />
        {error !== null && <CodedError error={error} />}
        <Preview choice={choice} plan={plan} onFile={onFile} />
      </Sheet>
    </Split>
  );
}

/** Makes a bundle: chosen, seen value by value, and written where the user says. */
export function MakeScreen({ like }: { readonly like: string | undefined }) {
  const start = useAgain(like);
  if (start.error !== null) return <CodedError error={start.error} />;
  return start.choice === undefined ? null : <Making key={like} start={start.choice} />;
}
