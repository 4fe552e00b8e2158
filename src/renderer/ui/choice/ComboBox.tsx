import { ChevronDown } from 'lucide-react';
import { Button, ComboBox as AriaComboBox, Input, ListBox, Popover } from 'react-aria-components';
import { useText } from '#i18n';
import { cx } from '../cx';
import field from '../field/Field.module.css';
import { FieldFrame, type FieldTexts } from '../field/FieldFrame';
import { Icon } from '../icon/Icon';
import float from '../popover/Float.module.css';
import css from './Choice.module.css';
import { OptionLine, type Option } from './Select';

type Props = FieldTexts & {
  readonly options: readonly Option[];
  /** What stands in the field. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** An option was taken from the list. */
  readonly onChoose: (id: string) => void;
  readonly placeholder?: string;
  /** Options are still being looked for: the list waits for them, open. */
  readonly isSeeking?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
};

/** Text with suggestions; what is typed stays, whether or not it is on the list. A list of nothing covers nothing. */
export function ComboBox(props: Props) {
  const { label, hint, error, options, text, onText, onChoose, placeholder, ...more } = props;
  const { isSeeking = false, ...rest } = more;
  const t = useText();
  return (
    <AriaComboBox
      {...rest}
      className={field.field ?? ''}
      items={options}
      inputValue={text}
      onInputChange={onText}
      onChange={(key) => {
        if (key !== null) onChoose(String(key));
      }}
      isInvalid={error !== undefined}
      allowsCustomValue
      allowsEmptyCollection={isSeeking}
      menuTrigger="input"
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <div className={field.box}>
          <Input
            className={field.input ?? ''}
            placeholder={placeholder}
            dir={text === '' ? undefined : 'auto'}
            spellCheck={false}
          />
          <Button className={css.arrow ?? ''} aria-label={t('ui.combo.open')}>
            <Icon of={ChevronDown} />
          </Button>
        </div>
      </FieldFrame>
      <Popover className={cx(float.float, float.field)} offset={4}>
        <ListBox className={float.list ?? ''}>
          {(option: Option) => <OptionLine option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
