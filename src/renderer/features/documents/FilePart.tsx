import { FileDown, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { T } from '#i18n';
import { Button, EmptyState } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError, sayTrouble } from '#renderer/app/parts';
import css from './Documents.module.css';
import { PrintButton } from '../print/PrintButton';
import type { Printable } from '../print/model';
import { Preview } from './Preview';
import { usePreview, type PreviewState } from './use-preview';

type Done =
  | { readonly kind: 'saved' | 'sound'; readonly sha256: string }
  | { readonly kind: 'wrong'; readonly error: CallError };

const FALLBACK_NAME = 'document';

/** What of the document can be printed: what is shown of it, once it is. */
function printableOf(subject: RecordId, state: PreviewState): Printable | undefined {
  if (state.kind !== 'open') return undefined;
  const { preview, view } = state;
  const what = 'document';
  if (view.kind === 'pages') return { what, subject, preview, pages: view.pages };
  return { what, subject, lines: [{ style: 'Text', cells: [view.text] }] };
}

/** Another desk has the file: there is nothing here to look at, to check or to write out. */
const isNotHere = (state: PreviewState): boolean =>
  state.kind === 'failed' && state.error.code === 'blob/not-here';

/** The attachment: seen, printed, held against its hash, written to a file. What was found wrong stands in place of the picture. */
export function FilePart({ document }: { readonly document: RecordView<'document'> }) {
  const { id, fields } = document;
  const [busy, setBusy] = useState<'check' | 'extract'>();
  const [done, setDone] = useState<Done>();
  const state = usePreview(id);
  const check = async (): Promise<void> => {
    setBusy('check');
    const result = await rihai.documents.check({ id });
    setBusy(undefined);
    setDone(
      result.ok
        ? { kind: 'sound', sha256: result.value.sha256 }
        : { kind: 'wrong', error: new CallError(result.error) },
    );
  };
  const extract = async (): Promise<void> => {
    const chosen = await rihai.files.chooseSave({ name: fields.originalName ?? FALLBACK_NAME });
    if (!chosen.ok) sayTrouble(new CallError(chosen.error));
    if (!chosen.ok || chosen.value === undefined) return;
    setBusy('extract');
    const result = await rihai.documents.extract({ id, token: chosen.value.token });
    setBusy(undefined);
    setDone(
      result.ok
        ? { kind: 'saved', sha256: result.value.sha256 }
        : { kind: 'wrong', error: new CallError(result.error) },
    );
  };
  if (isNotHere(state))
    return (
      <EmptyState title={<T id="documents.not-here" />}>
        <T id="documents.not-here.how" />
      </EmptyState>
    );
  return (
    <>
      <div className={css.actions}>
        <Button icon={ShieldCheck} isPending={busy === 'check'} onPress={() => void check()}>
          <T id="documents.check" />
        </Button>
        <Button icon={FileDown} isPending={busy === 'extract'} onPress={() => void extract()}>
          <T id="documents.extract" />
        </Button>
        <PrintButton printable={done?.kind === 'wrong' ? undefined : printableOf(id, state)} />
      </div>
      {done !== undefined && done.kind !== 'wrong' && (
        <p role="status" className={css.done}>
          <T id={`documents.${done.kind}`} /> <bdi className={css.hash}>{done.sha256}</bdi>
        </p>
      )}
      {done?.kind === 'wrong' ? (
        <div className={css.preview}>
          <CodedError error={done.error} />
        </div>
      ) : (
        <Preview name={document.label} state={state} />
      )}
    </>
  );
}
