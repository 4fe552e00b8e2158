import { useQuery } from '@tanstack/react-query';
import { Name, T } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { EmptyState, SheetRow, SheetSection, text } from '#ui';

const cardsQuery = { queryKey: ['cards', 'list'], queryFn: () => value(rihai.cards.list()) };

/** The own card, and those of other desks. */
export function Desks() {
  const { data, error } = useQuery(cardsQuery);
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const { own, cards } = data;
  return (
    <>
      <SheetSection title={<T id="desks.own" />} />
      <SheetRow>
        <Name className={text.name}>{own.name}</Name>
        <p>{own.digits?.join(' ')}</p>
      </SheetRow>
      <SheetSection title={<T id="desks.others" />} note={cards.length} />
      {cards.length === 0 && (
        <SheetRow>
          <EmptyState title={<T id="desks.none" />}>
            <T id="desks.none.how" />
          </EmptyState>
        </SheetRow>
      )}
      {cards.map(({ id, name, digits }) => (
        <SheetRow key={id}>
          <Name className={text.name}>{name}</Name>
          <p>{digits.join(' ')}</p>
        </SheetRow>
      ))}
    </>
  );
}
