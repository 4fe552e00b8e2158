import { GitCompare } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { T, useText } from '#i18n';
import { Button } from '../button/Button';
import { Chip } from '../chip/Chip';
import css from './ConflictValue.module.css';

export type ConflictSide = {
  readonly id: string;
  readonly value: ReactNode;
  /** Whose change: a person or desk. */
  readonly who: ReactNode;
  readonly when: ReactNode;
  readonly source?: ReactNode;
};

type Props = {
  /** The field's name. */
  readonly field: string;
  readonly sides: readonly ConflictSide[];
  readonly onSettle: (id: string) => void;
  /** Leave it for later: both values stay. */
  readonly onLeave?: () => void;
};

/** Two values of one field, with who wrote which and when. Neither is chosen beforehand. */
export function ConflictValue({ field, sides, onSettle, onLeave }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className={css.conflict}>
      <p className={css.head}>
        <b>{field}</b>
        <Chip tone="conflict" icon={GitCompare}>
          <T id="ui.conflict.values" values={{ count: sides.length }} />
        </Chip>
      </p>
      <RadioGroup
        aria-label={t('ui.conflict.choose', { field })}
        value={chosen}
        onChange={setChosen}
        className={css.sides}
      >
        {sides.map((side) => (
          <RadioField key={side.id} value={side.id}>
            <RadioButton className={css.side}>
              <span className={css.radio} />
              <span className={css.body}>
                <span className={css.value}>{side.value}</span>
                <span className={css.from}>
                  {side.who}, {side.when}
                  {side.source !== undefined && <>, {side.source}</>}
                </span>
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <div className={css.actions}>
        <Button
          off={chosen === null ? t('ui.conflict.first') : undefined}
          onPress={() => {
            if (chosen !== null) onSettle(chosen);
          }}
        >
          <T id="ui.conflict.keep" />
        </Button>
        {onLeave !== undefined && (
          <Button kind="quiet" onPress={onLeave}>
            <T id="ui.conflict.leave" />
          </Button>
        )}
      </div>
    </div>
  );
}
