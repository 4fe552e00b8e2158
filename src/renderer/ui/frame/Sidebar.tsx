import { Lock, Search, Settings, type LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { T, useText } from '#i18n';
import { Icon } from '../icon/Icon';
import { Kbd } from '../text/Kbd';
import css from './Sidebar.module.css';

export type Place = {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly icon: LucideIcon;
  readonly count?: number;
};

export type SavedView = Omit<Place, 'icon'>;

type Props = {
  /** Name of this desk or vault. */
  readonly desk: string;
  readonly places: readonly Place[];
  readonly views: readonly SavedView[];
  /** Settings; it stands at the foot. */
  readonly settings: Pick<Place, 'id' | 'href'>;
  readonly current: string;
  /** Goes there without loading a page. */
  readonly onGo: (place: { readonly id: string; readonly href: string }) => void;
  readonly onFind: () => void;
  readonly onLock: () => void;
};

/** Where one can go. The current place is a tab joined to the sheet. */
export function Sidebar(props: Props) {
  const { desk, places, views, settings, current, onGo, onFind, onLock } = props;
  const t = useText();
  const link = (place: { id: string; href: string }, inner: ReactNode) => (
    <a
      href={place.href}
      aria-current={place.id === current ? 'page' : undefined}
      onClick={(event: MouseEvent) => {
        event.preventDefault();
        onGo(place);
      }}
    >
      {inner}
    </a>
  );
  return (
    <nav className={css.sidebar} aria-label={t('ui.places')}>
      <div className={css.head}>
        <Wordmark />
        <bdi className={css.desk}>{desk}</bdi>
      </div>
      <button type="button" className={css.find} onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon of={Search} size="s" />
        <span>
          <T id="ui.find" />
        </span>
        <Kbd>{t('keys.find')}</Kbd>
      </button>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            {link(
              place,
              <>
                <Icon of={place.icon} size="l" />
                <span className={css.word}>{place.label}</span>
                {place.count !== undefined && <span className={css.count}>{place.count}</span>}
              </>,
            )}
          </li>
        ))}
      </ul>
      {views.length > 0 && (
        <>
          <h2 className={css.title}>
            <T id="ui.views" />
          </h2>
          <ul className={css.views}>
            {views.map((view) => (
              <li key={view.id}>
                {link(
                  view,
                  <>
                    <span className={css.word}>{view.label}</span>
                    {view.count !== undefined && <span className={css.count}>{view.count}</span>}
                  </>,
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={css.foot}>
        {link(
          settings,
          <>
            <Icon of={Settings} size="l" />
            <span className={css.word}>
              <T id="ui.settings" />
            </span>
          </>,
        )}
        <button type="button" className={css.lock} onClick={onLock} aria-keyshortcuts="Control+L">
          <Icon of={Lock} size="l" />
          <span className={css.word}>
            <T id="ui.lock" />
          </span>
          <Kbd>{t('keys.lock')}</Kbd>
        </button>
      </div>
    </nav>
  );
}

/** A picture more than a text: the same in every language. */
const WORDMARK = 'رہائی';

/** The name of the program as it is written: release. */
export function Wordmark({ isLarge = false }: { readonly isLarge?: boolean }) {
  const t = useText();
  return (
    <span
      className={isLarge ? css.largeMark : css.mark}
      lang="ur"
      dir="rtl"
      role="img"
      aria-label={t('app.name')}
    >
      {WORDMARK}
    </span>
  );
}
