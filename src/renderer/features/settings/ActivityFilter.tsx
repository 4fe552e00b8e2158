import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { Button, Select, TypedDateField } from '#ui';
import { useToday } from '../forms';
import { useActWords } from './act-words';
import type { LogAsked } from './model';
import css from './Settings.module.css';

const ALL = '*';

const isNarrow = ({ actor, action, from, to }: LogAsked): boolean =>
  [actor, action, from, to].some((value) => value !== undefined);

type Props = { readonly asked: LogAsked; readonly onChange: (asked: LogAsked) => void };

/** Narrows the log to a person, a kind of act, and days. */
export function ActivityFilter({ asked, onChange }: Props) {
  const t = useText();
  const actWords = useActWords();
  const [round, setRound] = useState(0);
  const { data } = useQuery({
    queryKey: ['log', 'facets'],
    queryFn: () => value(rihai.log.facets()),
  });
  const people = (data?.people ?? []).map(({ actor, name, count }) => ({
    ...{ id: actor, note: String(count) },
    label: name === '' ? t('log.recovery') : name,
  }));
  const actions = (data?.actions ?? []).map(({ action, count }) => ({
    ...{ id: action, label: actWords(action), note: String(count) },
  }));
  return (
    <div className={css.filters}>
      <Select
        label={t('log.column.who')}
        placeholder={t('log.all')}
        options={[{ id: ALL, label: t('log.all') }, ...people]}
        value={asked.actor ?? ALL}
        onChange={(id) => {
          const actor = data?.people.find((one) => one.actor === id)?.actor;
          onChange({ ...asked, actor });
        }}
      />
      <Select
        label={t('log.column.what')}
        placeholder={t('log.all')}
        options={[{ id: ALL, label: t('log.all') }, ...actions]}
        value={asked.action ?? ALL}
        onChange={(id) => {
          onChange({ ...asked, action: id === ALL ? undefined : id });
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <DayField
          key={`${end}${String(round)}`}
          label={t(`log.${end}`)}
          onDay={(day) => {
            onChange({ ...asked, [end]: day });
          }}
        />
      ))}
      {isNarrow(asked) && (
        <Button
          kind="quiet"
          icon={X}
          onPress={() => {
            setRound(round + 1);
            onChange({});
          }}
        >
          <T id="log.clear" />
        </Button>
      )}
    </div>
  );
}

type DayProps = {
  readonly label: string;
  readonly onDay: (day: string | undefined) => void;
};

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** A day as it is typed; what is no whole day yet narrows nothing. */
function DayField({ label, onDay }: DayProps) {
  const [typed, setTyped] = useState('');
  const today = useToday();
  return (
    <TypedDateField
      label={label}
      text={typed}
      today={today}
      lean="behind"
      onChange={(text, meaning) => {
        setTyped(text);
        const day = meaning.kind === 'date' ? meaning.edtf : '';
        onDay(WHOLE_DAY.test(day) ? day : undefined);
      }}
    />
  );
}
