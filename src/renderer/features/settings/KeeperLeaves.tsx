import { useQuery } from '@tanstack/react-query';
import { Name, T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Dialog } from '#ui';
import { useLabel } from '../history/use-label';
import { useMoments } from '../history/use-moments';
import { useActWords } from './act-words';
import type { Keeper } from './keepers';
import css from './Settings.module.css';
import { useStep } from './use-step';

type Props = { readonly keeper: Keeper; readonly onClose: () => void };

/** Somebody leaves: what ends, what they keep, told before it is done; the window locks after it. */
export function KeeperLeaves({ keeper, onClose }: Props) {
  const t = useText();
  const { isPending, error, run } = useStep();
  const name = <Name>{keeper.name}</Name>;
  const remove = async (): Promise<void> => {
    if (isPending) return;
    await run(async () => {
      const result = await rihai.keepers.remove({ slot: keeper.slot });
      // Ends this process: nothing after it runs.
      if (result.ok) await rihai.app.lock();
      return result;
    });
  };
  return (
    <Dialog
      isOpen
      isRisk
      onClose={onClose}
      title={<T id="keepers.leave.title" values={{ name }} />}
      verb={t(isPending ? 'keepers.leave.doing' : 'keepers.leave.verb')}
      onVerb={() => void remove()}
      isPending={isPending}
    >
      <ul className={css.points}>
        <li>
          <T id="keepers.leave.slot" values={{ slot: keeper.slot }} />
        </li>
        <li>
          <T id="keepers.leave.key" />
        </li>
        <li>
          <T id="keepers.leave.card" />
        </li>
        <li>
          <T id="keepers.leave.copies" />
        </li>
      </ul>
      <Held keeper={keeper} />
      {error !== undefined && <CodedError error={error} />}
    </Dialog>
  );
}

/** What the log knows that they took out. */
function Held({ keeper }: { readonly keeper: Keeper }) {
  const moment = useMoments();
  const labelOf = useLabel();
  const wordsOf = useActWords();
  const { slot } = keeper;
  const { data, error } = useQuery({
    queryKey: ['keepers', 'heldBy', { slot }],
    queryFn: () => value(rihai.keepers.heldBy({ slot })),
  });
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  if (data.length === 0)
    return (
      <p>
        <T id="keepers.leave.nothing" />
      </p>
    );
  return (
    <>
      <p>
        <T id="keepers.leave.held" />
      </p>
      <ul className={css.held} tabIndex={0} aria-label={keeper.name}>
        {data.map(({ atMs, action, record }, at) => (
          <li key={at}>
            {moment(atMs)} {wordsOf(action)}{' '}
            {record !== undefined && <Name>{labelOf(record.kind, record.label)}</Name>}
          </li>
        ))}
      </ul>
    </>
  );
}
