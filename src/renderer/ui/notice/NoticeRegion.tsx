import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#i18n';
import { IconButton } from '../button/IconButton';
import css from './Notice.module.css';

export type NoticeItem = { readonly id: string; readonly content: ReactNode };

type Props = {
  readonly notices: readonly NoticeItem[];
  readonly onDismiss: (id: string) => void;
};

/** News that need nothing of the reader: said politely, stay until dismissed. */
export function NoticeRegion({ notices, onDismiss }: Props) {
  const t = useText();
  return (
    <div role="status" className={css.list}>
      {notices.map(({ id, content }) => (
        <div key={id} className={css.notice}>
          <div>{content}</div>
          <IconButton
            icon={X}
            label={t('ui.dismiss')}
            onPress={() => {
              onDismiss(id);
            }}
          />
        </div>
      ))}
    </div>
  );
}
