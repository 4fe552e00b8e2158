import { Name, T } from '#i18n';
import { cx, text } from '#ui';
import type { PreviewView } from '#shared/preview/messages';
import { CodedError } from '#renderer/app/parts';
import { hasUrdu } from '../parts/has-urdu';
import css from './Documents.module.css';
import { PagesView } from './PagesView';
import { useIsLate, type PreviewState } from './use-preview';

function Opening() {
  const isLate = useIsLate();
  return (
    <div className={css.preview} role="status">
      {isLate && (
        <p className={text.quiet}>
          <T id="documents.preview.opening" />
        </p>
      )}
    </div>
  );
}

type TextProps = {
  readonly view: Extract<PreviewView, { kind: 'text' }>;
  readonly label: string;
};

function TextView({ view, label }: TextProps) {
  return (
    <div className={css.preview} tabIndex={0} role="region" aria-label={label}>
      <pre className={cx(css.text, text.record, hasUrdu(view.text) && css.urdu)} dir="auto">
        <Name>{view.text}</Name>
      </pre>
      {view.isCut && (
        <p className={text.quieter}>
          <T id="documents.preview.cut" />
        </p>
      )}
    </div>
  );
}

type Props = {
  /** Of the document. */
  readonly name: string;
  readonly state: PreviewState;
};

/** The attachment as far as it can be shown: read in a process of its own, and nothing of it is run. */
export function Preview({ name, state }: Props) {
  if (state.kind === 'opening') return <Opening />;
  if (state.kind === 'failed')
    return (
      <div className={css.preview}>
        <CodedError error={state.error} />
      </div>
    );
  const { preview, view } = state;
  if (view.kind === 'text') return <TextView view={view} label={name} />;
  return <PagesView preview={preview} pages={view.pages} name={name} />;
}
