import { rihai } from './bridge';

type TextField = HTMLInputElement | HTMLTextAreaElement;

const fieldOf = (target: EventTarget | null): TextField | undefined =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined;

/** What is marked; '' for dots in place of a passphrase. */
function marked(target: EventTarget | null): string {
  const field = fieldOf(target);
  if (field === undefined) return document.getSelection()?.toString() ?? '';
  if (field.type === 'password') return '';
  return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
}

/**
 * Whatever is copied or cut goes to the clipboard by way of main, which takes it away again after
 * half a minute and when the vault locks.
 */
export function copyThroughMain(): void {
  const take = (event: ClipboardEvent): void => {
    const text = marked(event.target);
    event.preventDefault();
    if (text === '') return;
    if (event.type === 'cut' && fieldOf(event.target) !== undefined)
      // The one way that the field's own undo knows of.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      document.execCommand('delete');
    // After Chromium, which writes for the event itself.
    setTimeout(() => void rihai.app.copy({ text }));
  };
  document.addEventListener('copy', take);
  document.addEventListener('cut', take);
}
