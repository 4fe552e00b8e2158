import { useText } from '#i18n';
import { cx } from '../cx';
import css from './Facets.module.css';

export type FacetValue = { readonly id: string; readonly label: string; readonly count: number };
export type FacetGroup = {
  readonly id: string;
  readonly label: string;
  readonly values: readonly FacetValue[];
};

type Props = {
  readonly groups: readonly FacetGroup[];
  readonly isChosen: (group: string, value: string) => boolean;
  readonly onToggle: (group: string, value: string) => void;
};

/** What a list can be narrowed by. Several of one group widen it, groups narrow it. */
export function Facets({ groups, isChosen, onToggle }: Props) {
  const t = useText();
  // It keeps its place before the sheet, and takes no room.
  if (groups.length === 0) return <div />;
  return (
    <aside className={css.facets} aria-label={t('ui.facets')}>
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`facet-${group.id}`}>
          <h2 id={`facet-${group.id}`} className={css.title}>
            {group.label}
          </h2>
          <ul>
            {group.values.map(({ id, label, count }) => {
              const isOn = isChosen(group.id, id);
              return (
                <li key={id}>
                  <button
                    type="button"
                    aria-pressed={isOn}
                    className={cx(css.value, isOn && css.on)}
                    onClick={() => {
                      onToggle(group.id, id);
                    }}
                  >
                    <bdi className={css.word}>{label}</bdi>
                    <span className={css.count}>{count}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </aside>
  );
}
