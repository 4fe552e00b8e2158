/** What is looked at of a call's sender; Electron's own event fits. */
export type CallEvent = {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly parent: unknown; readonly url: string } | null;
};

const OURS = 'app://rihai/';

/** Only our own page, in its top frame, from our own scheme. */
export function isTrustedSender(event: CallEvent, contentsId: number | undefined): boolean {
  const frame = event.senderFrame;
  return (
    contentsId !== undefined &&
    event.sender.id === contentsId &&
    frame !== null &&
    frame.parent === null &&
    frame.url.startsWith(OURS)
  );
}
