import { useState } from 'react';
import type { CallError } from '#renderer/app/bridge';
import { useErrorWords } from '#renderer/app/errors';
import { T, useText } from '#i18n';
import { Button, PassphraseField, RadioGroup } from '#ui';
import { ShareFields, sharesText } from '../secrets/ShareFields';
import { useKeyboardLayout } from './keyboard-layout';

const WAYS = ['passphrase', 'recovery', 'shares'] as const;
export type Way = (typeof WAYS)[number];

/** A slip of the one who types, said at the field; all else is said beneath. */
const SLIPS: readonly string[] = ['vault/passphrase', 'vault/recovery-key', 'vault/slot'];

/** Whether an error is said at the field of this way. */
export const isSlip = (error: CallError, way: Way): boolean =>
  way !== 'shares' && SLIPS.includes(error.code);

type WaysProps = { readonly way: Way; readonly onTurn: (way: Way) => void };

/** The ways in that are not taken now. */
export function OtherWays({ way, onTurn }: WaysProps) {
  const t = useText();
  return WAYS.filter((other) => other !== way).map((other) => (
    <Button
      key={other}
      isLarge
      kind="quiet"
      onPress={() => {
        onTurn(other);
      }}
    >
      {t(`lock.use.${other}`)}
    </Button>
  ));
}

type TypedProps = {
  readonly way: Way;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: CallError | undefined;
  readonly isBlank: boolean;
  /** The keys go there at once. */
  readonly hasFocus?: boolean | undefined;
};

/** What is typed to open a vault: one line, or as many papers as were brought together. */
export function TypedSecret({ way, value, onChange, error, isBlank, hasFocus }: TypedProps) {
  const t = useText();
  const [shares, setShares] = useState<readonly string[]>(['', '']);
  if (way !== 'shares')
    return (
      <SecretField
        key={way}
        way={way}
        value={value}
        error={error}
        isBlank={isBlank}
        hasFocus={hasFocus}
        onChange={onChange}
      />
    );
  return (
    <ShareFields
      isLarge
      shares={shares}
      error={isBlank ? t('lock.blank') : undefined}
      onChange={(papers) => {
        setShares(papers);
        onChange(sharesText(papers));
      }}
    />
  );
}

function SecretField({ way, value, onChange, error, isBlank, hasFocus = true }: TypedProps) {
  const t = useText();
  const wordsOf = useErrorWords();
  const row = useKeyboardLayout();
  const words = error !== undefined && isSlip(error, way) ? wordsOf(error) : undefined;
  return (
    <PassphraseField
      isLarge
      autoFocus={hasFocus}
      label={t(way === 'passphrase' ? 'lock.passphrase' : 'lock.recovery')}
      hint={way === 'recovery' ? <T id="lock.recovery.hint" /> : undefined}
      value={value}
      onChange={onChange}
      error={isBlank ? t('lock.blank') : words && `${words.what} ${words.safe} ${words.next}`}
      layout={row === undefined ? undefined : t('lock.layout', { row })}
    />
  );
}

type SlotProps = {
  readonly slots: readonly number[];
  readonly value: string;
  readonly onChange: (slot: string) => void;
};

export function SlotField({ slots, value, onChange }: SlotProps) {
  const t = useText();
  return (
    <RadioGroup
      isInline
      label={t('lock.slot')}
      hint={<T id="lock.slot.hint" />}
      options={slots.map((one) => ({ id: String(one), label: String(one) }))}
      value={value}
      onChange={onChange}
    />
  );
}
