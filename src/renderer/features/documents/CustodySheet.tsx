import type { ReactNode } from 'react';
import { useQueries } from '@tanstack/react-query';
import { Name, T, useDays, useText, type MessageKey } from '#i18n';
import { text } from '#ui';
import type { RecordView } from '#shared/domain/registry';
import { rihai, value } from '#renderer/app/bridge';
import { placeOf } from '#renderer/app/navigation';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { GoLink } from '../parts/GoLink';
import { useBytes } from '../parts/use-bytes';
import css from './Documents.module.css';

type Props = { readonly document: RecordView<'document'> };

/** The records a document is about, each leading to its file. */
function About({ document }: Props) {
  const words = useFieldWords();
  const about = document.fields.about ?? [];
  const named = useQueries({
    queries: about.map(({ value: id }) => ({
      queryKey: ['records', 'get', { id }],
      queryFn: () => value(rihai.records.get({ id })),
    })),
  });
  return named.map(({ data }) => {
    if (data === undefined) return null;
    const name = data.label === '' ? words.kind(data.kind) : data.label;
    const place = placeOf(data.kind, data.id);
    return (
      <span key={data.id} className={css.about}>
        {place === undefined ? (
          <Name>{name}</Name>
        ) : (
          <GoLink to={place}>
            <Name>{name}</Name>
          </GoLink>
        )}
      </span>
    );
  });
}

const LINES = [
  'originalName',
  'language',
  'receivedFrom',
  'receivedHow',
  'receivedBy',
  'paperAt',
] as const;

/** Where a paper came from, when, through whose hands, where it lies, and the print of its bytes. */
export function CustodySheet({ document }: Props) {
  const t = useText();
  const words = useFieldWords();
  const days = useDays(useToday());
  const bytes = useBytes();
  const { fields } = document;
  const row = (label: string, shown: ReactNode): ReactNode => (
    <div key={label} className={css.row}>
      <dt>{label}</dt>
      <dd>{shown}</dd>
    </div>
  );
  const blank = (
    <span className={text.quieter}>
      <T id="documents.blank" />
    </span>
  );
  const label = (name: string): string => words.field('document', name);
  const dated = (name: 'on' | 'receivedOn'): ReactNode =>
    row(label(name), fields[name] === undefined ? blank : days.words(edtfOf(fields[name])));
  const about = (fields.about ?? []).length > 0 ? <About document={document} /> : blank;
  const sha: MessageKey = 'field.sha256';
  return (
    <dl className={css.custody}>
      {row(label('about'), about)}
      {dated('on')}
      {dated('receivedOn')}
      {LINES.map((name) =>
        row(label(name), fields[name] === undefined ? blank : <Name>{fields[name]}</Name>),
      )}
      {fields.pages !== undefined && row(label('pages'), fields.pages)}
      {fields.blob !== undefined &&
        row(
          t('documents.file'),
          [fields.mediaType, bytes(fields.sizeBytes)].filter(Boolean).join(', '),
        )}
      {fields.sha256 !== undefined && row(t(sha), <bdi className={css.hash}>{fields.sha256}</bdi>)}
      {fields.notes !== undefined && row(label('notes'), <Name>{fields.notes}</Name>)}
    </dl>
  );
}
