import { T, useText } from '#i18n';
import { cx, DropArea, Progress, text } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import css from './Documents.module.css';
import { KeptFile } from './KeptFile';
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
  const { now, last, start, cancel, settle } = useAttach(about, onDone);
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
      <div role="status">
        {last !== undefined && (last.kept.length === 0 || last.ids.length > 0) && (
          <p className={cx(css.taken, text.quiet)}>
            <T
              id={last.isCancelled ? 'documents.cancelled' : 'documents.taken'}
              values={{ count: last.ids.length }}
            />
          </p>
        )}
        {last?.kept.map((kept, at) => (
          <KeptFile
            key={at}
            kept={kept}
            about={about}
            onAgain={(id) => {
              settle(kept, id);
            }}
          />
        ))}
      </div>
    </>
  );
}
