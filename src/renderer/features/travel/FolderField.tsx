import { FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Name, T } from '#i18n';
import { Button, text } from '#ui';
import css from '../parts/Carried.module.css';

type Props = {
  readonly name: string | undefined;
  readonly onChoose: () => void;
  /** What is to be known of it. */
  readonly children: ReactNode;
};

/** A folder by the dialog of the system, and the name of the one that was chosen. */
export const FolderField = ({ name, onChoose, children }: Props) => (
  <div className={css.choice}>
    <div className={css.folder}>
      <Button icon={FolderOpen} autoFocus onPress={onChoose}>
        <T id="travel.folder" />
      </Button>
      {name !== undefined && <Name>{name}</Name>}
    </div>
    <p className={text.quiet}>{children}</p>
  </div>
);
