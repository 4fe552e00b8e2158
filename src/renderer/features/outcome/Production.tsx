import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { Button, ComboBox, cx, text, TextField, type Option } from '#ui';
import { useFieldWords } from '../forms';
import type { Exception } from './model';
import css from './Outcome.module.css';
import { RemandFields } from './RemandFields';
import type { OutcomeState, Person } from './use-outcome';

const PRODUCED = ['yes', 'no', 'videoLink', 'exempted', 'notRequired'] as const;

type LineProps = {
  /** Spoken, and shown where there is no name before it. */
  readonly label: string;
  readonly said: Exception;
  readonly options: readonly Option[];
  readonly onSay: (said: Exception) => void;
};

function ProducedField({ label, said, options, onSay }: LineProps) {
  const t = useText();
  const shown = options.find(({ id }) => id === said.produced)?.label ?? said.produced ?? '';
  const isKnown = said.produced === undefined || options.some(({ id }) => id === said.produced);
  return (
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
      error={isKnown ? undefined : t('outcome.produced.unknown')}
    />
  );
}

type ReasonProps = Pick<LineProps, 'said' | 'onSay'>;

function WhyNotField({ said, onSay }: ReasonProps) {
  const t = useText();
  return (
    <TextField
      label={t('outcome.whyNot')}
      value={said.whyNot ?? ''}
      longest={500}
      onChange={(whyNot) => {
        onSay({ ...said, whyNot });
      }}
    />
  );
}

function OrderField({ said, onSay }: ReasonProps) {
  const t = useText();
  return (
    <TextField
      label={t('outcome.ownOrder')}
      value={said.order ?? ''}
      longest={20_000}
      onChange={(order) => {
        onSay({ ...said, order });
      }}
    />
  );
}

type ExceptionProps = LineProps & {
  readonly person: Person;
  readonly state: OutcomeState;
  readonly day: string;
};

/** One accused for whom it was otherwise: produced or not, why not, the order, the remand. */
function ExceptionLine({ person, state, day, ...line }: ExceptionProps) {
  return (
    <div className={css.exception}>
      <Name>{person.label}</Name>
      <div className={css.headed}>
        <ProducedField {...line} />
      </div>
      {line.said.produced === 'no' ? (
        <div className={css.headed}>
          <WhyNotField {...line} />
        </div>
      ) : (
        <span />
      )}
      <div className={css.headed}>
        <OrderField {...line} />
      </div>
      {state.asked.isAsked && (
        <div className={css.remand}>
          <RemandFields
            state={state}
            day={day}
            said={line.said}
            of={{ person, all: state.typed.all }}
            onSay={line.onSay}
          />
        </div>
      )}
    </div>
  );
}

/** What stands in the columns of the exceptions. */
function ExceptionHeads() {
  return (
    <div className={cx(css.exception, text.quieter, text.small)} aria-hidden>
      <span />
      <span>
        <T id="outcome.produced" />
      </span>
      <span>
        <T id="outcome.whyNot" />
      </span>
      <span>
        <T id="outcome.ownOrder" />
      </span>
    </div>
  );
}

function useProduced(): readonly Option[] {
  const words = useFieldWords();
  return PRODUCED.map((id) => ({ id, label: words.choice(id, 'appearance', 'produced') }));
}

type Props = { readonly state: OutcomeState; readonly day: string };
type ExceptionsProps = Props & { readonly options: readonly Option[] };

/** Everyone accused, each to be made an exception. */
function Exceptions({ state, day, options }: ExceptionsProps) {
  const t = useText();
  const { typed, change, accused } = state;
  const except = (person: Person, said: Exception): void => {
    const blank = Object.values(said).every(
      (part: string | undefined) => part === undefined || part === '',
    );
    const others = Object.entries(typed.exceptions).filter(([id]) => id !== person.id);
    change({ exceptions: Object.fromEntries(blank ? others : [...others, [person.id, said]]) });
  };
  return (
    <div className={css.exceptions}>
      <ExceptionHeads />
      {accused.map((person) => (
        <ExceptionLine
          key={person.id}
          person={person}
          state={state}
          day={day}
          label={t('outcome.produced.one', { name: person.label })}
          said={typed.exceptions[person.id] ?? {}}
          options={options}
          onSay={(said) => {
            except(person, said);
          }}
        />
      ))}
    </div>
  );
}

/** Who was brought: all at once, then the few for whom it was otherwise. */
export function Production({ state, day }: Props) {
  const t = useText();
  const options = useProduced();
  const { typed, change, accused } = state;
  const excepted = Object.keys(typed.exceptions).length;
  const [isOpen, setOpen] = useState(excepted > 0);
  if (accused.length === 0) return null;
  const only = accused.length === 1 ? accused[0] : undefined;
  const label =
    only === undefined
      ? t('outcome.produced.all', { count: accused.length })
      : t('outcome.produced.one', { name: only.label });
  const line = {
    label,
    said: typed.all,
    options,
    onSay: (all: Exception): void => {
      change({ all });
    },
  };
  return (
    <>
      <div className={css.production}>
        <div className={css.produced}>
          <ProducedField {...line} />
          {typed.all.produced === 'no' && <WhyNotField {...line} />}
          {state.asked.isAsked && (
            <RemandFields
              state={state}
              day={day}
              said={line.said}
              of={undefined}
              onSay={line.onSay}
            />
          )}
          <div className={cx(state.asked.isAsked && css.whole)}>
            <OrderField {...line} />
          </div>
        </div>
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
      </div>
      {isOpen && <Exceptions state={state} day={day} options={options} />}
    </>
  );
}
