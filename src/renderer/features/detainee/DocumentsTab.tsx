import { Name, T, useDays } from '#i18n';
import { EmptyState, SheetRow, text } from '#ui';
import { AddDocuments } from '../documents/AddDocuments';
import { useDocumentTypes } from '../documents/use-document-types';
import { edtfOf, useToday } from '../forms';
import { GoLink } from '../parts/GoLink';
import css from './Detainee.module.css';
import type { PersonPage } from './model';

/** Papers about the person; files let fall here are taken in as about them. */
export function DocumentsTab({ page }: { readonly page: PersonPage }) {
  const days = useDays(useToday());
  const typeOf = useDocumentTypes();
  return (
    <>
      {page.documents.length === 0 && (
        <div className={css.empty}>
          <EmptyState title={<T id="detainee.documents.none" />}>
            <T id="detainee.documents.how" />
          </EmptyState>
        </div>
      )}
      {page.documents.map(({ id, label, fields }) => (
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
        <AddDocuments about={[page.record.id]} />
      </SheetRow>
    </>
  );
}
