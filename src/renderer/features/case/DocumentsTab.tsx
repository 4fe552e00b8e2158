import { T } from '#i18n';
import { EmptyState } from '#ui';
import { DocumentsOf } from '../documents/DocumentsOf';
import type { CasePage } from './model';

/** Papers about this case; one opens where it can be seen. */
export function DocumentsTab({ page }: { readonly page: CasePage }) {
  return (
    <DocumentsOf
      about={page.record.id}
      documents={page.documents}
      empty={
        <EmptyState title={<T id="case.documents.none" />}>
          <T id="case.documents.how" />
        </EmptyState>
      }
    />
  );
}
