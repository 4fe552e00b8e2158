import { ArrowBigUp, Eye, EyeOff, Keyboard } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { T, useText } from '#i18n';
import { Button } from '../button/Button';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import css from './Field.module.css';
import { FieldFrame, type FieldTexts } from './FieldFrame';

type Props = FieldTexts & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The keyboard layout in use, where the system tells it. */
  readonly layout?: string;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly isLarge?: boolean;
};

/** A passphrase: hidden, shown on wish, with what commonly makes it come out wrong. */
export function PassphraseField({ label, hint, error, layout, isLarge = false, ...rest }: Props) {
  const t = useText();
  const [isShown, setShown] = useState(false);
  const [isCapsOn, setCapsOn] = useState(false);
  const watchCaps = (event: KeyboardEvent): void => {
    setCapsOn(event.getModifierState('CapsLock'));
  };
  return (
    <AriaTextField
      {...rest}
      type={isShown ? 'text' : 'password'}
      isInvalid={error !== undefined}
      className={css.field ?? ''}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <div
          className={cx(css.box, isLarge && css.large)}
          onKeyDown={watchCaps}
          onKeyUp={watchCaps}
        >
          <Input
            className={css.input ?? ''}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir={rest.value === '' ? undefined : 'auto'}
          />
          <Button
            kind="quiet"
            icon={isShown ? EyeOff : Eye}
            onPress={() => {
              setShown(!isShown);
            }}
          >
            {t(isShown ? 'ui.passphrase.hide' : 'ui.passphrase.show')}
          </Button>
        </div>
      </FieldFrame>
      <div className={css.state} role="status">
        {layout !== undefined && (
          <span>
            <Icon of={Keyboard} size="s" />
            {layout}
          </span>
        )}
        {isCapsOn && (
          <span>
            <Icon of={ArrowBigUp} size="s" />
            <T id="ui.passphrase.caps" />
          </span>
        )}
      </div>
    </AriaTextField>
  );
}
