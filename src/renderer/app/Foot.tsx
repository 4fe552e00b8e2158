import { T } from '#i18n';
import { NoticeRegion, UndoBar, type NoticeItem } from '#ui';
import { CodedError } from './CodedError';
import { useUndo } from './commands';
import { useIdleSoon } from './idle';
import { dropTrouble, saySaved, useSaid } from './said';

const forget = (): void => {
  saySaved(undefined);
};

/** The foot of the window: what went wrong, what was saved, and Undo. */
export function Foot() {
  const { saved, troubles } = useSaid();
  const undo = useUndo();
  const seconds = useIdleSoon();
  const notices: NoticeItem[] = troubles.map(({ id, error }) => ({
    id,
    content: <CodedError error={error} />,
  }));
  if (seconds > 0) notices.push({ id: 'idle', content: <T id="app.idle" values={{ seconds }} /> });
  return (
    <>
      <NoticeRegion notices={notices} onDismiss={dropTrouble} />
      {saved !== undefined && (
        <UndoBar
          key={saved.action}
          onUndo={() => {
            void undo(saved);
          }}
          onDone={forget}
        >
          {saved.said}
        </UndoBar>
      )}
    </>
  );
}
