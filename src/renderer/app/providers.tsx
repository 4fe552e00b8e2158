import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isLocale, TextProvider } from '#i18n';
import { queryClient } from './bridge';
import { settingsQuery } from './queries';

/** The language as set, and the answers that are kept while shown. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Texts>{children}</Texts>
    </QueryClientProvider>
  );
}

function Texts({ children }: { readonly children: ReactNode }) {
  const { data, isPending } = useQuery(settingsQuery);
  const locale = data?.locale ?? 'en';
  // One answer of main away: texts of the wrong language would flash by.
  if (isPending) return null;
  return <TextProvider locale={isLocale(locale) ? locale : 'en'}>{children}</TextProvider>;
}
