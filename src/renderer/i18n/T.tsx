import { useCallback, type ReactNode } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { MessageKey } from './messages';

export type TextValues = Readonly<Record<string, string | number | boolean | Date>>;

type Props = {
  readonly id: MessageKey;
  /** Values of the message's arguments; a name goes in as `<Name>`. */
  readonly values?: Readonly<Record<string, ReactNode>>;
};

/** What makes a text more than itself: an argument, a tag, an escape. */
const SYNTAX = /[{}<>']/u;

/** The text where it says itself: most do, and to read them as ICU at each drawing takes most of its time. */
function plainText({ messages }: IntlShape, id: MessageKey): string | undefined {
  const message = messages[id];
  return typeof message === 'string' && !SYNTAX.test(message) ? message : undefined;
}

/** A text of the window, by its key. */
export function T({ id, values }: Props) {
  const intl = useIntl();
  return plainText(intl, id) ?? intl.formatMessage({ id }, values as never);
}

export type TextOf = (id: MessageKey, values?: TextValues) => string;

/** The same as plain text, for labels and names of controls. */
export function useText(): TextOf {
  const intl = useIntl();
  return useCallback(
    (id, values) => plainText(intl, id) ?? intl.formatMessage({ id }, values),
    [intl],
  );
}
