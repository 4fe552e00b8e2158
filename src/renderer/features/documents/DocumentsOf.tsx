import type { ReactNode } from 'react';
import { Name, useDays } from '#i18n';
import { SheetRow, text } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { edtfOf, useToday } from '../forms';
import { GoLink } from '../parts/GoLink';
import { AddDocuments } from './AddDocuments';
import css from './Documents.module.css';
import { useDocumentTypes } from './use-document-types';

type Props = {
  /** The case or the person they are about. */
  readonly about: RecordId;
  readonly documents: readonly RecordView<'document'>[];
  /** Shown while there are none. */
  readonly empty: ReactNode;
};

/** Papers about a record, as a tab of its sheet; files let fall there are taken in as about it. */
export function DocumentsOf({ about, documents, empty }: Props) {
  const days = useDays(useToday());
  const typeOf = useDocumentTypes();
  return (
    <>
      {documents.length === 0 && <SheetRow>{empty}</SheetRow>}
      {documents.map(({ id, label, fields }) => (
        <SheetRow key={id} margin={fields.on && days.words(edtfOf(fields.on))}>
          <div className={css.line}>
            <GoLink to={{ to: 'documents', id }} className={text.name}>
              <Name>{label}</Name>
            </GoLink>
            <span className={text.quiet}>{typeOf(fields.type)}</span>
          </div>
        </SheetRow>
      ))}
      <SheetRow>
        <AddDocuments about={[about]} />
      </SheetRow>
    </>
  );
}
