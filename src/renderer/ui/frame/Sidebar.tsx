import { Lock, Search, Settings, type LucideIcon } from 'lucide-react';
import { useText } from '#i18n';
import { Icon } from '../icon/Icon';
import { Kbd } from '../text/Kbd';
import css from './Sidebar.module.css';
import { Wordmark } from './Wordmark';

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

type LinkProps = {
  readonly to: Omit<Place, 'icon'>;
  readonly icon?: LucideIcon;
  readonly current: string;
  readonly onGo: Props['onGo'];
};

function PlaceLink({ to, icon, current, onGo }: LinkProps) {
  return (
    <a
      href={to.href}
      aria-current={to.id === current ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        onGo(to);
      }}
    >
      {icon && <Icon of={icon} size="l" />}
      <span className={css.word}>{to.label}</span>
      {to.count !== undefined && <span className={css.count}>{to.count}</span>}
    </a>
  );
}

/** Where one can go. The current place is a tab joined to the sheet. */
export function Sidebar(props: Props) {
  const { desk, places, views, settings, current, onGo, onFind, onLock } = props;
  const t = useText();
  return (
    <nav className={css.sidebar} aria-label={t('ui.places')}>
      <div className={css.head}>
        <Wordmark />
        <bdi className={css.desk}>{desk}</bdi>
      </div>
      <button type="button" className={css.find} onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon of={Search} size="s" />
        <span>{t('ui.find')}</span>
        <Kbd>{t('keys.find')}</Kbd>
      </button>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <PlaceLink to={place} icon={place.icon} current={current} onGo={onGo} />
          </li>
        ))}
      </ul>
      {views.length > 0 && <h2 className={css.title}>{t('ui.views')}</h2>}
      <ul className={css.views}>
        {views.map((view) => (
          <li key={view.id}>
            <PlaceLink to={view} current={current} onGo={onGo} />
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        <PlaceLink
          to={{ ...settings, label: t('ui.settings') }}
          icon={Settings}
          current={current}
          onGo={onGo}
        />
        <button type="button" className={css.lock} onClick={onLock} aria-keyshortcuts="Control+L">
          <Icon of={Lock} size="l" />
          <span className={css.word}>{t('ui.lock')}</span>
          <Kbd>{t('keys.lock')}</Kbd>
        </button>
      </div>
    </nav>
  );
}
