import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { cx } from '../cx';
import { FieldFrame, type FieldTexts } from '../field/FieldFrame';
import field from '../field/Field.module.css';
import { Icon } from '../icon/Icon';
import float from '../popover/Float.module.css';
import css from './Choice.module.css';

export type Option<K extends string = string> = {
  readonly id: K;
  readonly label: string;
  /** Said at the end of the line, quieter. */
  readonly note?: string;
};

type Props<K extends string> = FieldTexts & {
  readonly options: readonly Option<K>[];
  readonly value: K | undefined;
  readonly onChange: (value: K) => void;
  readonly placeholder: string;
  readonly isDisabled?: boolean;
};

/** One of a few fixed answers. */
export function Select<K extends string>(props: Props<K>) {
  const { label, hint, error, options, value, onChange, placeholder, isDisabled = false } = props;
  return (
    <AriaSelect
      className={field.field ?? ''}
      placeholder={placeholder}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <Button className={cx(field.box, css.trigger)}>
          <SelectValue className={css.value ?? ''}>
            {({ isPlaceholder, selectedText, defaultChildren }) =>
              isPlaceholder ? defaultChildren : selectedText
            }
          </SelectValue>
          <Icon of={ChevronDown} />
        </Button>
      </FieldFrame>
      <Popover className={cx(float.float, float.field)} offset={4}>
        <ListBox items={options} className={float.list ?? ''}>
          {(option) => <OptionLine option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One line of a list that drops down. */
export function OptionLine({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={float.option ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={css.tick}>{isSelected && <Icon of={Check} size="s" />}</span>
          <bdi>{option.label}</bdi>
          {option.note !== undefined && <span className={float.note}>{option.note}</span>}
        </>
      )}
    </ListBoxItem>
  );
}
