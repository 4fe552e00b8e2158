import { useQuery } from '@tanstack/react-query';
import { Name, T } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { EmptyState, SheetRow } from '#ui';
import { useMomentParts } from '../history/use-moments';

const bundlesQuery = { queryKey: ['bundles', 'list'], queryFn: () => value(rihai.bundles.list()) };

/** What was made here for other desks, and what came from them. */
export function Bundles() {
  const parts = useMomentParts();
  const { data, error } = useQuery(bundlesQuery);
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const { sent, arrived } = data;
  return (
    <>
      {sent.length + arrived.length === 0 && (
        <SheetRow>
          <EmptyState title={<T id="bundles.none" />}>
            <T id="bundles.none.how" />
          </EmptyState>
        </SheetRow>
      )}
      {sent.map(({ id, atMs, seq }) => (
        <SheetRow key={id} margin={parts(atMs).day}>
          <T id="bundles.sent" values={{ seq }} />
        </SheetRow>
      ))}
      {arrived.map(({ id, atMs, seq, from }) => (
        <SheetRow key={id} margin={parts(atMs).day}>
          <T id="bundles.arrived" values={{ seq, from: <Name>{from}</Name> }} />
        </SheetRow>
      ))}
    </>
  );
}
