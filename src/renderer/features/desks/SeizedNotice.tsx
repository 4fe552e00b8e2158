import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { vaultQuery } from '#renderer/app/queries';
import { Dialog, TypedDateField } from '#ui';
import { useStep } from '../settings/use-step';
import css from './Desks.module.css';
import type { Card } from './model';
import { useSaved } from './use-saved';

type Props = {
  /** Whose desk was seized; the own one without it. */
  readonly card?: Card;
  readonly onClose: () => void;
};

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** A signed notice that a desk was seized, for everybody who gets its bundles. */
export function SeizedNotice({ card, onClose }: Props) {
  const t = useText();
  const { data: vault } = useQuery(vaultQuery);
  const today = vault?.today ?? '';
  const days = useDays(today);
  const [typed, setTyped] = useState(() => days.words(today));
  const [day, setDay] = useState<string | undefined>(today);
  const { isPending, error, run } = useStep();
  const { save } = useSaved(run);
  const write = async (): Promise<void> => {
    if (day === undefined || isPending) return;
    const whose = card === undefined ? {} : { id: card.id };
    const isSaved = await save(t('desks.seized.file'), (token) =>
      rihai.cards.saveNotice({ token, lastTrusted: day, ...whose }),
    );
    if (isSaved) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        card === undefined ? (
          <T id="desks.seized.own.title" />
        ) : (
          <T id="desks.seized.title" values={{ name: <Name>{card.name}</Name> }} />
        )
      }
      verb={<T id="desks.seized.verb" />}
      onVerb={() => void write()}
      isPending={isPending}
      off={day === undefined ? t('desks.seized.day.first') : undefined}
    >
      <div className={css.form}>
        <p className={css.lead}>
          <T id={card === undefined ? 'desks.seized.own.lead' : 'desks.seized.lead'} />
        </p>
        <TypedDateField
          label={t('desks.seized.day')}
          hint={t('desks.seized.day.hint')}
          today={today}
          lean="behind"
          text={typed}
          onChange={(text, meaning) => {
            setTyped(text);
            const isDay = meaning.kind === 'date' && WHOLE_DAY.test(meaning.edtf);
            setDay(isDay ? meaning.edtf : undefined);
          }}
        />
        {error !== undefined && <CodedError error={error} />}
      </div>
    </Dialog>
  );
}
