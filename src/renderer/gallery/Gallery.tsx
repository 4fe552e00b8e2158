import { useEffect } from 'react';
import { isLocale, TextProvider } from '#i18n';
import css from './Gallery.module.css';
import { PARTS } from './parts';
import { SampleLocale } from './sample';

/** Shows one part (`?part=`), or links to all; `locale=`, `density=comfortable`. */
export function Gallery({ query }: { readonly query: URLSearchParams }) {
  const asked = query.get('locale');
  const locale = isLocale(asked) ? asked : 'en';
  const part = PARTS.find(({ name }) => name === query.get('part'));
  useEffect(() => {
    const density = query.get('density');
    if (density !== null) document.documentElement.dataset.density = density;
  }, [query]);
  return (
    <TextProvider locale={locale}>
      <SampleLocale value={locale}>
        {part?.isWhole ? (
          <part.Show />
        ) : (
          <main className={css.page}>
            <h1 className={css.title}>{part?.name ?? 'Parts'}</h1>
            {part ? (
              <part.Show />
            ) : (
              <nav className={css.links}>
                {PARTS.map(({ name }) => (
                  <a key={name} href={`?part=${name}`}>
                    {name}
                  </a>
                ))}
              </nav>
            )}
          </main>
        )}
      </SampleLocale>
    </TextProvider>
  );
}
