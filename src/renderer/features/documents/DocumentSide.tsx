import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { Button, Inspector, InspectorSection, text } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError, run } from '#renderer/app/parts';
import { FormPanel } from '../forms';
import { isOf } from '../parts/is-of';
import { CustodySheet } from './CustodySheet';
import css from './Documents.module.css';
import { FileActions } from './FileActions';
import { Preview } from './Preview';
import { useDocumentTypes } from './use-document-types';

/** One document beside the list: seen, and everything known of the paper. */
export function DocumentSide({ id }: { readonly id: RecordId }) {
  const t = useText();
  const go = useGo();
  const typeOf = useDocumentTypes();
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['records', 'get', { id }],
    queryFn: () => value(rihai.records.get({ id })),
  });
  if (error !== null)
    return (
      <Inspector label={t('documents.one')}>
        <CodedError error={error} />
      </Inspector>
    );
  if (!isOf('document', data)) return <Inspector label={t('documents.one')}>{null}</Inspector>;
  const trash = (): void => {
    void run(rihai.records.trash({ id }), t('documents.trashed', { title: data.label })).then(
      (result) => {
        if (result.ok) go({ to: 'documents' });
      },
    );
  };
  return (
    <Inspector label={t('documents.one')}>
      <h2 className={css.title}>
        <Name>{data.label}</Name>
      </h2>
      <p className={text.quiet}>{typeOf(data.fields.type)}</p>
      <div className={css.actions}>
        <Button
          icon={Pencil}
          onPress={() => {
            setEditing(true);
          }}
        >
          <T id="documents.edit" />
        </Button>
        <FileActions document={data} />
        <Button kind="quiet" icon={Trash2} onPress={trash}>
          <T id="documents.trash" />
        </Button>
      </div>
      {data.fields.blob !== undefined && <Preview document={data} />}
      <InspectorSection title={<T id="documents.custody" />}>
        <CustodySheet document={data} />
      </InspectorSection>
      <FormPanel
        title={isEditing ? 'kind.document' : undefined}
        onClose={() => {
          setEditing(false);
        }}
        form={{ kind: 'document', id }}
      />
    </Inspector>
  );
}
