import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, EmptyState, Menu, SheetRow, SheetSection } from '#ui';
import { useOff } from '../settings/use-off';
import { useStep } from '../settings/use-step';
import { AddCard } from './AddCard';
import { CardDoing, type Doing } from './CardDoing';
import { CardRow } from './CardRow';
import { chooseFile, chooseQr } from './choose';
import { Groups } from './Groups';
import { cardsQuery, type SeenCard } from './model';
import { OwnCard } from './OwnCard';
import { TakeNotice } from './TakeNotice';

/** The own card, those of other desks, and their groups. */
export function Desks() {
  const { data, error } = useQuery(cardsQuery);
  const [doing, setDoing] = useState<Doing>();
  const { isPending, error: trouble, seen, choose, leave } = useSeen();
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const { own, cards, groups } = data;
  return (
    <>
      <SheetSection title={<T id="desks.own" />} />
      <OwnCard name={own.name} digits={own.digits} />
      <SheetSection
        title={<T id="desks.others" />}
        note={cards.length}
        end={<AddMenu isPending={isPending} onChoose={(from) => void choose(from)} />}
      />
      {trouble !== undefined && (
        <SheetRow>
          <CodedError error={trouble} />
        </SheetRow>
      )}
      {cards.length === 0 && (
        <SheetRow>
          <EmptyState title={<T id="desks.none" />}>
            <T id="desks.none.how" />
          </EmptyState>
        </SheetRow>
      )}
      {cards.map((card) => (
        <CardRow
          key={card.id}
          card={card}
          onDo={(what) => {
            setDoing({ what, id: card.id });
          }}
        />
      ))}
      {cards.length > 0 && <TakeNotice />}
      <Groups cards={cards} groups={groups} />
      {seen !== undefined && (
        <AddCard
          seen={seen}
          cards={cards}
          onClose={leave}
          onAdded={(id) => {
            leave();
            setDoing({ what: 'compare', id });
          }}
        />
      )}
      {doing !== undefined && <CardDoing doing={doing} cards={cards} onDo={setDoing} />}
    </>
  );
}

type Source = 'file' | 'qr';

/** A card that was just handed over, from a file or the picture of a QR code. */
function useSeen() {
  const { isPending, error, setError, run } = useStep();
  const [seen, setSeen] = useState<SeenCard>();
  const choose = async (from: Source): Promise<void> => {
    setError(undefined);
    if (from === 'file') {
      const token = await chooseFile();
      if (token === undefined) return;
      const opened = await run(() => rihai.cards.open({ token }));
      if (opened.ok) setSeen(opened.value);
      return;
    }
    const read = await chooseQr();
    if (read?.ok === false) setError(new CallError(read.error));
    if (read?.ok !== true) return;
    const { text } = read.value;
    const scanned = await run(() => rihai.cards.scan({ text }));
    if (scanned.ok) setSeen(scanned.value);
  };
  const leave = (): void => {
    setSeen(undefined);
  };
  return { isPending, error, seen, choose, leave };
}

type AddProps = { readonly isPending: boolean; readonly onChoose: (from: Source) => void };

function AddMenu({ isPending, onChoose }: AddProps) {
  const t = useText();
  const off = useOff();
  const trigger = (
    <Button icon={Plus} off={off} isPending={isPending}>
      <T id="desks.add" />
    </Button>
  );
  if (off !== undefined) return trigger;
  return (
    <Menu
      label={t('desks.add')}
      trigger={trigger}
      entries={[
        { id: 'file', label: t('desks.add.file') },
        { id: 'qr', label: t('desks.add.qr') },
      ]}
      onAction={(from) => {
        onChoose(from as Source);
      }}
    />
  );
}
