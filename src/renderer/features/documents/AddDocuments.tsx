import { T, useText } from '#i18n';
import { cx, DropArea, Progress, text } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import css from './Documents.module.css';
import { useAttach } from './use-attach';

type Props = {
  /** What the files are about. */
  readonly about: readonly RecordId[];
  /** They are in; the first to be shown, say. */
  readonly onDone?: (ids: readonly RecordId[]) => void;
};

/** Where files are let fall or chosen, with how far taking them in has come. */
export function AddDocuments({ about, onDone }: Props) {
  const t = useText();
  const { now, last, start, cancel } = useAttach(about, onDone);
  if (now !== undefined)
    return (
      <Progress
        label={t('documents.taking', { name: now.step })}
        done={now.done}
        onCancel={cancel}
      />
    );
  return (
    <>
      <DropArea
        onFiles={(files) => {
          void start(files);
        }}
      >
        <T id="documents.drop" />
      </DropArea>
      {last !== undefined && (
        <p role="status" className={cx(css.taken, text.quiet)}>
          <T
            id={last.isCancelled ? 'documents.cancelled' : 'documents.taken'}
            values={{ count: last.ids.length }}
          />
        </p>
      )}
    </>
  );
}
