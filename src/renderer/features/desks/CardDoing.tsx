import { Name, T } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Dialog } from '#ui';
import { useStep } from '../settings/use-step';
import type { CardAct } from './CardRow';
import { Compare } from './Compare';
import type { Card } from './model';
import { SeizedNotice } from './SeizedNotice';

export type Doing = { readonly what: CardAct; readonly id: string };

type Props = {
  readonly doing: Doing;
  readonly cards: readonly Card[];
  readonly onDo: (doing: Doing | undefined) => void;
};

/** The form or question about one card that is open. */
export function CardDoing({ doing, cards, onDo }: Props) {
  const card = cards.find(({ id }) => id === doing.id);
  if (card === undefined) return null;
  const close = (): void => {
    onDo(undefined);
  };
  if (doing.what === 'seized') return <SeizedNotice card={card} onClose={close} />;
  if (doing.what === 'revoke') return <Revoke card={card} onClose={close} />;
  return (
    <Compare
      card={card}
      onClose={close}
      onRevoke={() => {
        onDo({ what: 'revoke', id: card.id });
      }}
    />
  );
}

type RevokeProps = { readonly card: Card; readonly onClose: () => void };

function Revoke({ card, onClose }: RevokeProps) {
  const { isPending, error, run } = useStep();
  const revoke = async (): Promise<void> => {
    const result = await run(() => rihai.cards.revoke({ id: card.id }));
    if (result.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      isRisk
      onClose={onClose}
      title={<T id="desks.revoke.title" values={{ name: <Name>{card.name}</Name> }} />}
      verb={<T id="desks.revoke" />}
      onVerb={() => void revoke()}
      isPending={isPending}
    >
      <p>
        <T id="desks.revoke.lead" />
      </p>
      {error !== undefined && <CodedError error={error} />}
    </Dialog>
  );
}
