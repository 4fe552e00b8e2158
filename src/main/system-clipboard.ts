import type { clipboard as ElectronClipboard, ClipboardItem as Item } from 'electron';
import type { SystemClipboard } from './clipboard';

const NO = [0, 0, 0, 0];
const YES = 'secret';

/** What tells each system, and the programs that keep what was copied, not to keep this. */
const NOT_TO_RECORD: Partial<
  Readonly<Record<NodeJS.Platform, Readonly<Record<string, readonly number[] | string>>>>
> = {
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: NO,
    CanIncludeInClipboardHistory: NO,
    CanUploadToCloudClipboard: NO,
  },
  darwin: { 'org.nspasteboard.ConcealedType': YES, 'org.nspasteboard.TransientType': YES },
  linux: { 'x-kde-passwordManagerHint': YES },
};

const bytesOf = (value: readonly number[] | string): Blob =>
  new Blob([typeof value === 'string' ? value : Uint8Array.from(value)]);

const hintsFor = (platform: NodeJS.Platform) =>
  Object.entries(NOT_TO_RECORD[platform] ?? {}).map(
    ([format, value]) =>
      [`electron application/osclipboard;format="${format}"`, bytesOf(value)] as const,
  );

type Electron = {
  readonly clipboard: Pick<typeof ElectronClipboard, 'clear' | 'readText' | 'write' | 'writeText'>;
  /** The older Electron of development has none, and can put only the text there. */
  readonly ClipboardItem: typeof Item | undefined;
};

/** The clipboard of Electron: the text together with what asks others not to record it. */
export const systemClipboard = (
  { clipboard, ClipboardItem }: Electron,
  platform: NodeJS.Platform,
): SystemClipboard => ({
  write: async (text) => {
    if (ClipboardItem === undefined) {
      await clipboard.writeText(text);
      return;
    }
    const formats = { 'text/plain': text, ...Object.fromEntries(hintsFor(platform)) };
    await clipboard.write([new ClipboardItem(formats)]);
  },
  read: async () => clipboard.readText(),
  clear: () => {
    clipboard.clear();
  },
});
