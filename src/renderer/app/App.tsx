import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ComponentProps } from 'react';
import { LockLayout } from '#ui';
import { LockScreen } from '../features/lock/LockScreen';
import { Broken } from './Broken';
import { CodedError } from './CodedError';
import { Providers } from './providers';
import { infoQuery } from './queries';
import { useVaultState, type Stage } from './stage';

const Failed = ({ error, reset }: ErrorComponentProps) => <Broken error={error} onAgain={reset} />;
const never = (): string => 'app';

const readDesk = () => import('./Desk');
const readStart = () => import('../features/start/StartScreen');
const Desk = lazy(() => readDesk().then((read) => ({ default: read.Desk })));
const StartScreen = lazy(() => readStart().then((read) => ({ default: read.StartScreen })));

/** The whole window. */
export function App() {
  return (
    <Providers>
      <CatchBoundary getResetKey={never} errorComponent={Failed}>
        <Stages />
      </CatchBoundary>
    </Providers>
  );
}

/** First start, lock screen, or an open vault. */
function Stages() {
  const client = useQueryClient();
  const { state, stage, error } = useVaultState();
  // First start goes on after the vault is open, until its recovery sheet is safe.
  const [held, setHeld] = useState<Stage>();
  const [isRestoring, setRestoring] = useState(false);
  // What the session before says of its vault holds until another is looked for.
  const [hasTurned, setTurned] = useState(false);
  const at = held ?? stage;
  const open = (): void => {
    setHeld('unlocked');
    void client.invalidateQueries();
  };
  const turn = (isRestore: boolean) => (): void => {
    setTurned(true);
    setRestoring(isRestore);
    setHeld('start');
  };
  useEffect(() => {
    // Once the first screen stands: what comes after it is read while the passphrase is typed.
    if (stage === undefined) return;
    requestIdleCallback(() => {
      void readDesk();
      void readStart();
    });
  }, [stage]);
  if (error !== null)
    return (
      <LockLayout>
        <CodedError error={error} />
      </LockLayout>
    );
  if (state === undefined || at === undefined) return null;
  if (at === 'unlocked')
    return (
      <Suspense>
        <Desk />
      </Suspense>
    );
  if (at === 'start' || state.chosen === undefined)
    return (
      <Suspense>
        <StartScreen
          trouble={state.trouble}
          isRestoring={isRestoring}
          onMaking={turn(false)}
          onChosen={() => {
            setHeld(undefined);
          }}
          onOpened={open}
        />
      </Suspense>
    );
  return (
    <Locked
      chosen={state.chosen}
      isFirst={!hasTurned}
      onOpened={open}
      onOther={turn(false)}
      onRestore={turn(true)}
    />
  );
}

type LockedProps = Omit<ComponentProps<typeof LockScreen>, 'refusedSlot'> & {
  /** The vault that this session began with. */
  readonly isFirst: boolean;
};

function Locked({ isFirst, ...lock }: LockedProps) {
  const { data: program } = useQuery(infoQuery);
  if (program === undefined) return null;
  return <LockScreen {...lock} refusedSlot={isFirst ? program.refusedSlot : undefined} />;
}
