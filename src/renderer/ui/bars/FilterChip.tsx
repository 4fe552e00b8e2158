import { X } from 'lucide-react';
import { useText } from '#i18n';
import { Icon } from '../icon/Icon';
import css from './Bars.module.css';

type Props = { readonly children: string; readonly onRemove: () => void };

/** A filter in force, beside the title; pressing it takes it away. */
export function FilterChip({ children, onRemove }: Props) {
  const t = useText();
  return (
    <button
      type="button"
      className={css.filter}
      aria-label={t('ui.filter.remove', { filter: children })}
      onClick={onRemove}
    >
      <bdi>{children}</bdi>
      <Icon of={X} size="s" />
    </button>
  );
}
