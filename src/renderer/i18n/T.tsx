import { useCallback, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageKey } from './messages';

export type TextValues = Readonly<Record<string, string | number | boolean | Date>>;

type Props = {
  readonly id: MessageKey;
  /** Values of the message's arguments; a name goes in as `<Name>`. */
  readonly values?: Readonly<Record<string, ReactNode>>;
};

/** A text of the window, by its key. */
export function T({ id, values }: Props) {
  return <FormattedMessage id={id} {...(values && { values: values as never })} />;
}

export type TextOf = (id: MessageKey, values?: TextValues) => string;

/** The same as plain text, for labels and names of controls. */
export function useText(): TextOf {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
