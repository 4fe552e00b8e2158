import { Name, T, useDays } from '#i18n';
import { EmptyState, SheetRow, text } from '#ui';
import { AddDocuments } from '../documents/AddDocuments';
import { useDocumentTypes } from '../documents/use-document-types';
import { edtfOf, useToday } from '../forms';
import { GoLink } from '../parts/GoLink';
import css from './Case.module.css';
import type { CasePage } from './model';

/** Papers about this case; one opens where it can be seen. */
export function DocumentsTab({ page }: { readonly page: CasePage }) {
  const days = useDays(useToday());
  const typeOf = useDocumentTypes();
  return (
    <>
      {page.documents.length === 0 && (
        <SheetRow>
          <EmptyState title={<T id="case.documents.none" />}>
            <T id="case.documents.how" />
          </EmptyState>
        </SheetRow>
      )}
      {page.documents.map(({ id, label, fields }) => (
        <SheetRow key={id} margin={fields.on && days.words(edtfOf(fields.on))}>
          <div className={css.head}>
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
