import { FilePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { DropZone, FileTrigger, isFileDropItem } from 'react-aria-components';
import { T, useText } from '#i18n';
import { Button } from '../button/Button';
import css from './DropArea.module.css';

type Props = {
  /** Files dropped, pasted or picked, in the order given. Folders among what is dropped are left out. */
  readonly onFiles: (files: readonly File[]) => void;
  /** What is kept, how large it may be. */
  readonly children?: ReactNode;
};

/** Where files are let fall; a button does the same. */
export function DropArea({ onFiles, children }: Props) {
  const t = useText();
  return (
    <DropZone
      aria-label={t('ui.drop.label')}
      className={css.area}
      onDrop={({ items }) => {
        const dropped = items.filter(isFileDropItem).map((item) => item.getFile());
        void Promise.all(dropped).then((files) => {
          if (files.length > 0) onFiles(files);
        });
      }}
    >
      <div className={css.words}>
        <p className={css.title}>
          <T id="ui.drop" />
        </p>
        {children !== undefined && <p className={css.note}>{children}</p>}
      </div>
      <FileTrigger
        allowsMultiple
        onSelect={(files) => {
          if (files !== null && files.length > 0) onFiles(Array.from(files));
        }}
      >
        <Button icon={FilePlus}>
          <T id="ui.drop.pick" />
        </Button>
      </FileTrigger>
    </DropZone>
  );
}
