import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import css from './Field.module.css';

export type FieldTexts = {
  readonly label: string;
  /** One line beneath: an example, or what happens with it. */
  readonly hint?: ReactNode;
  /** What is wrong, in words; the field keeps what was typed. */
  readonly error?: string | undefined;
};

/** Label above, the control, then what is wrong or else a hint. Inside a React Aria field. */
export function FieldFrame({
  label,
  hint,
  error,
  children,
}: FieldTexts & { readonly children: ReactNode }) {
  return (
    <>
      <Label className={css.label ?? ''}>{label}</Label>
      {children}
      {error === undefined && hint !== undefined && (
        <Text slot="description" className={css.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={css.error ?? ''}>{error}</FieldError>
    </>
  );
}
