import { T, useText } from '#i18n';
import { hrefOf, useGo } from '#renderer/app/navigation';
import { SECTIONS, type SectionId } from './sections';
import css from './Settings.module.css';

/** The sections of the settings, beside the one that is shown. */
export function SettingsNav({ current }: { readonly current: SectionId }) {
  const t = useText();
  const go = useGo();
  return (
    <nav className={css.nav} aria-label={t('settings.sections')}>
      <ul>
        {SECTIONS.map((tab) => (
          <li key={tab}>
            <a
              href={hrefOf({ to: 'settings', tab })}
              aria-current={tab === current ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault();
                go({ to: 'settings', tab });
              }}
            >
              <T id={`settings.section.${tab}`} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
