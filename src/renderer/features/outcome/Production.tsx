import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { Button, ComboBox, TextField, type Option } from '#ui';
import { useFieldWords } from '../forms';
import type { Exception } from './model';
import css from './Outcome.module.css';
import type { OutcomeState, Person } from './use-outcome';

const PRODUCED = ['yes', 'no', 'videoLink', 'exempted', 'notRequired'] as const;

type LineProps = {
  readonly label: string;
  readonly said: Exception;
  readonly options: readonly Option[];
  readonly onSay: (said: Exception) => void;
};

/** Produced or not, why not, and the order: for all, or for one. */
function Line({ label, said, options, onSay }: LineProps) {
  const t = useText();
  const shown = options.find(({ id }) => id === said.produced)?.label ?? said.produced ?? '';
  return (
    <div className={css.production}>
      <ComboBox
        label={label}
        options={options}
        text={shown}
        onText={(typed) => {
          const plain = typed.trim().toLowerCase();
          const known = options.find((one) => one.label.toLowerCase() === plain);
          onSay({ ...said, produced: known?.id ?? (plain === '' ? undefined : typed) });
        }}
        onChoose={(produced) => {
          onSay({ ...said, produced });
        }}
        error={
          said.produced === undefined || options.some(({ id }) => id === said.produced)
            ? undefined
            : t('outcome.produced.unknown')
        }
      />
      {said.produced === 'no' && (
        <TextField
          label={t('outcome.whyNot')}
          value={said.whyNot ?? ''}
          longest={500}
          onChange={(whyNot) => {
            onSay({ ...said, whyNot });
          }}
        />
      )}
      <TextField
        label={t('outcome.ownOrder')}
        value={said.order ?? ''}
        onChange={(order) => {
          onSay({ ...said, order });
        }}
      />
    </div>
  );
}

function useProduced(): readonly Option[] {
  const words = useFieldWords();
  return PRODUCED.map((id) => ({ id, label: words.choice(id, 'appearance', 'produced') }));
}

/** Who was brought: all at once, then the few for whom it was otherwise. */
export function Production({ state }: { readonly state: OutcomeState }) {
  const t = useText();
  const options = useProduced();
  const { typed, change, accused } = state;
  const excepted = Object.keys(typed.exceptions).length;
  const [isOpen, setOpen] = useState(excepted > 0);
  if (accused.length === 0) return <span />;
  const only = accused.length === 1 ? accused[0] : undefined;
  const label =
    only === undefined
      ? t('outcome.produced.all', { count: accused.length })
      : t('outcome.produced.one', { name: only.label });
  const except = (person: Person, said: Exception): void => {
    const blank = Object.values(said).every(
      (part: string | undefined) => part === undefined || part === '',
    );
    const others = Object.entries(typed.exceptions).filter(([id]) => id !== person.id);
    change({ exceptions: Object.fromEntries(blank ? others : [...others, [person.id, said]]) });
  };
  return (
    <div>
      <Line
        label={label}
        said={typed.all}
        options={options}
        onSay={(all) => {
          change({ all });
        }}
      />
      {accused.length > 1 && (
        <Button
          kind="quiet"
          icon={isOpen ? ChevronUp : ChevronDown}
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          <T id="outcome.exceptions" values={{ count: excepted }} />
        </Button>
      )}
      {isOpen &&
        accused.map((person) => (
          <div key={person.id} className={css.exception}>
            <Line
              label={t('outcome.produced.one', { name: person.label })}
              said={typed.exceptions[person.id] ?? {}}
              options={options}
              onSay={(said) => {
                except(person, said);
              }}
            />
          </div>
        ))}
    </div>
  );
}
