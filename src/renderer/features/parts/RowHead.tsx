import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '#ui';
import css from './RowHead.module.css';

type Props = {
  readonly children: ReactNode;
  /** What the pencil opens, for the tooltip and for screen readers. */
  readonly editLabel: string;
  readonly onEdit: () => void;
};

/** The first line of a row: its words, which wrap among themselves, and the pencil at the end. */
export function RowHead({ children, editLabel, onEdit }: Props) {
  return (
    <div className={css.head}>
      <div className={css.words}>{children}</div>
      <IconButton icon={Pencil} label={editLabel} onPress={onEdit} />
    </div>
  );
}
