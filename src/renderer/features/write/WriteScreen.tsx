import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { EmptyState, SheetHead, Split } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { FieldEditor, type FormField } from '../forms';
import { PaperPage } from './PaperPage';
import { DEFAULTS, paperOf, type PaperChoice } from './paper';
import { useBlanks } from './use-blanks';
import css from './Write.module.css';
import { WriteSide } from './WriteSide';

/** A matter or a person, found by a part of its name. */
const SUBJECT: FormField = {
  type: 'ref',
  isMany: false,
  isLong: false,
  level: 'team',
  to: ['case', 'person'],
};

type Props = {
  /** A case or a person the paper is about. */
  readonly subject?: RecordId | undefined;
};

/** Chooses what the paper is about. */
function SubjectField({ subject }: Props) {
  const t = useText();
  const go = useGo();
  return (
    <div className={css.subject}>
      <FieldEditor
        kind="link"
        name="to"
        field={SUBJECT}
        label={t('write.subject')}
        value={subject}
        onChange={(chosen) => {
          if (typeof chosen === 'string' && chosen !== subject) go({ to: 'write', id: chosen });
        }}
      />
    </div>
  );
}

/** What the paper is about, and the paper itself as it stands now. */
function usePaper(subject: RecordId | undefined, choice: PaperChoice) {
  const { data: record, error: missing } = useQuery({
    queryKey: ['records', 'get', { id: subject }],
    queryFn: () => (subject === undefined ? undefined : value(rihai.records.get({ id: subject }))),
    enabled: subject !== undefined,
  });
  const paper = paperOf(record, choice);
  const { data: preview, error } = useQuery({
    queryKey: ['write', 'preview', paper],
    queryFn: () => (paper === undefined ? undefined : value(rihai.write.preview(paper))),
    enabled: paper !== undefined,
    placeholderData: keepPreviousData,
  });
  return { paper, preview, trouble: missing ?? error };
}

/** A paper from the file: chosen, seen with its blanks and with what stays back, and written as DOCX. */
export function WriteScreen({ subject }: Props) {
  const [choice, setChoice] = useState<PaperChoice>(DEFAULTS);
  const { desk, showNext } = useBlanks();
  const { paper, preview, trouble } = usePaper(subject, choice);
  return (
    <Split
      end={
        paper && (
          <WriteSide
            paper={paper}
            preview={preview}
            choice={choice}
            onChoice={setChoice}
            onNextBlank={showNext}
          />
        )
      }
    >
      <div ref={desk} className={css.desk}>
        <SheetHead title={<T id="write.title" />}>
          <SubjectField subject={subject} />
        </SheetHead>
        {trouble !== null && (
          <div className={css.empty}>
            <CodedError error={trouble} />
          </div>
        )}
        {subject === undefined && (
          <div className={css.empty}>
            <EmptyState title={<T id="write.none" />}>
              <T id="write.none.how" />
            </EmptyState>
          </div>
        )}
        {preview !== undefined && trouble === null && (
          <PaperPage lines={preview.lines} paper={choice.paper} />
        )}
      </div>
    </Split>
  );
}
