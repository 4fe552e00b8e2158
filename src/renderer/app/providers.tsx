import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { isLocale, TextProvider } from '#i18n';
import { queryClient } from './bridge';
import { settingsQuery } from './queries';

/** Language and look as set, and the answers that are kept while shown. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Texts>{children}</Texts>
    </QueryClientProvider>
  );
}

function Texts({ children }: { readonly children: ReactNode }) {
  const { data, isPending } = useQuery(settingsQuery);
  const theme = data?.theme ?? 'system';
  const locale = data?.locale ?? 'en';
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  // One answer of main away: texts of the wrong language would flash by.
  if (isPending) return null;
  return <TextProvider locale={isLocale(locale) ? locale : 'en'}>{children}</TextProvider>;
}
