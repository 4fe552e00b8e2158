import { T, useText } from '#i18n';
import { InspectorSection, text } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { useGo } from '#renderer/app/navigation';
import { RecordSide } from '../parts/RecordSide';
import { CustodySheet } from './CustodySheet';
import { FilePart } from './FilePart';
import { useDocumentTypes } from './use-document-types';

/** One document beside the list: seen, and everything known of the paper. */
export function DocumentSide({ id }: { readonly id: RecordId }) {
  const t = useText();
  const go = useGo();
  const typeOf = useDocumentTypes();
  return (
    <RecordSide
      kind="document"
      id={id}
      label={t('documents.one')}
      trashed={(document) => t('documents.trashed', { title: document.label })}
      onTrashed={() => {
        go({ to: 'documents' });
      }}
      about={({ fields }) => <p className={text.quiet}>{typeOf(fields.type)}</p>}
    >
      {(document) => (
        <>
          {document.fields.blob !== undefined && <FilePart document={document} />}
          <InspectorSection title={<T id="documents.custody" />}>
            <CustodySheet document={document} />
          </InspectorSection>
        </>
      )}
    </RecordSide>
  );
}
