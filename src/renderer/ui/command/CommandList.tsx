import { useEffect } from 'react';
import { T, useText } from '#i18n';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import { Kbd } from '../text/Kbd';
import css from './CommandBox.module.css';
import { markOf } from './mark';
import type { CommandGroup, CommandItem } from './model';

type Shared = {
  readonly id: string;
  readonly current: string | undefined;
  readonly query: string;
  readonly onOpen: (id: string) => void;
  readonly onPoint: (id: string) => void;
};

/** The part that was typed, underlined where it occurs. */
function Marked({ label, query }: { readonly label: string; readonly query: string }) {
  const [before, hit, after] = markOf(label, query);
  return (
    <bdi className={css.label}>
      {before}
      {hit !== '' && <mark>{hit}</mark>}
      {after}
    </bdi>
  );
}

function Option({
  item,
  id,
  current,
  query,
  onOpen,
  onPoint,
}: Shared & { readonly item: CommandItem }) {
  const t = useText();
  const isCurrent = item.id === current;
  return (
    <li
      id={`${id}-${item.id}`}
      role="option"
      aria-selected={isCurrent}
      className={cx(css.option, isCurrent && css.current)}
      onClick={() => {
        onOpen(item.id);
      }}
      onPointerMove={() => {
        if (!isCurrent) onPoint(item.id);
      }}
    >
      <Icon of={item.icon} />
      <span className={css.words}>
        <Marked label={item.label} query={query} />
        {item.under !== undefined && <span className={css.under}>{item.under}</span>}
      </span>
      <span className={css.end}>
        {item.end}
        {isCurrent && item.canAct && <Kbd>{t('keys.act')}</Kbd>}
      </span>
    </li>
  );
}

type Props = Shared & {
  readonly groups: readonly CommandGroup[];
  readonly problem?: string | undefined;
};

export function CommandList({ groups, problem, ...shared }: Props) {
  const { id, current, query } = shared;
  useEffect(() => {
    if (current !== undefined)
      document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);
  const isEmpty = groups.every((group) => group.items.length === 0);
  return (
    <>
      <div id={`${id}-list`} role="listbox" aria-label={query} className={css.list}>
        {groups
          .filter((group) => group.items.length > 0)
          .map((group) => (
            <ul key={group.id} role="group" aria-labelledby={`${id}-group-${group.id}`}>
              <li role="presentation" id={`${id}-group-${group.id}`} className={css.group}>
                {group.label}
              </li>
              {group.items.map((item) => (
                <Option key={item.id} item={item} {...shared} />
              ))}
            </ul>
          ))}
      </div>
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {isEmpty && query !== '' && problem === undefined && (
        <p className={css.none}>
          <T id="ui.command.none" />
        </p>
      )}
    </>
  );
}
