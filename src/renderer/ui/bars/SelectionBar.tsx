import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { T, useText } from '#i18n';
import { IconButton } from '../button/IconButton';
import css from './Bars.module.css';

type Props = {
  readonly count: number;
  /** Quiet Buttons. */
  readonly children: ReactNode;
  readonly onClear: () => void;
};

/** What can be done with the rows chosen; floats over the foot of the list. */
export function SelectionBar({ count, children, onClear }: Props) {
  const t = useText();
  return (
    <div role="toolbar" aria-label={t('ui.chosen.label')} className={css.selection}>
      <b role="status">
        <T id="ui.chosen" values={{ count }} />
      </b>
      {children}
      <IconButton icon={X} label={t('ui.chosen.clear')} onPress={onClear} />
    </div>
  );
}
