import { useEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { LOCALE_FACTS, messagesOf, type Locale } from './locales';
import type { Catalogue } from './messages';

type Props = {
  readonly locale: Locale;
  /** The texts of the language, where it is not English. */
  readonly translation?: Catalogue;
  readonly children: ReactNode;
};

const bold = { b: (parts: ReactNode[]) => <b>{parts}</b> } as never;

/** Gives texts, numbers, dates and direction to all that is inside, and tells the document. */
export function TextProvider({ locale, translation, children }: Props) {
  const facts = LOCALE_FACTS[locale];
  const messages = useMemo(() => messagesOf(locale, translation), [locale, translation]);
  useEffect(() => {
    document.documentElement.lang = facts.lang;
    document.documentElement.dir = facts.direction;
  }, [facts]);
  return (
    <IntlProvider locale={facts.intl} messages={messages} defaultRichTextElements={bold}>
      <I18nProvider locale={facts.aria}>{children}</I18nProvider>
    </IntlProvider>
  );
}
