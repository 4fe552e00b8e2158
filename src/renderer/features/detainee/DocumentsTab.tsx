import { T } from '#i18n';
import { EmptyState } from '#ui';
import { DocumentsOf } from '../documents/DocumentsOf';
import type { PersonPage } from './model';

/** Papers about the person; one opens where it can be seen. */
export function DocumentsTab({ page }: { readonly page: PersonPage }) {
  return (
    <DocumentsOf
      about={page.record.id}
      documents={page.documents}
      empty={
        <EmptyState title={<T id="detainee.documents.none" />}>
          <T id="detainee.documents.how" />
        </EmptyState>
      }
    />
  );
}
