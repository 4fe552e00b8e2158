import type { ClipboardItem } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { systemClipboard } from './system-clipboard';

type Payload = string | Blob;

/** As much of Electron's clipboard as is used. */
function electron() {
  const written: Readonly<Record<string, Payload>>[] = [];
  class Item {
    readonly held: Readonly<Record<string, Payload>>;
    constructor(held: Readonly<Record<string, Payload>>) {
      this.held = held;
    }
  }
  return {
    written,
    writeText: vi.fn(() => Promise.resolve()),
    write: (items: readonly Item[]) => {
      written.push(...items.map(({ held }) => held));
      return Promise.resolve();
    },
    clear: vi.fn(),
    readText: () => Promise.resolve('there'),
    Item: Item as unknown as typeof ClipboardItem,
  };
}

const textOf = (payload: Payload | undefined): Promise<string> =>
  payload instanceof Blob ? payload.text() : Promise.resolve(payload ?? '');

const FOUR_ZEROS = '\0\0\0\0';

describe('what is put on the clipboard', () => {
  it.each([
    [
      'win32',
      {
        ExcludeClipboardContentFromMonitorProcessing: FOUR_ZEROS,
        CanIncludeInClipboardHistory: FOUR_ZEROS,
        CanUploadToCloudClipboard: FOUR_ZEROS,
      },
    ],
    [
      'darwin',
      { 'org.nspasteboard.ConcealedType': 'secret', 'org.nspasteboard.TransientType': 'secret' },
    ],
    ['linux', { 'x-kde-passwordManagerHint': 'secret' }],
    ['freebsd', {}],
  ] as const)(
    'asks on %s not to be recorded, in the same stroke as its text',
    async (platform, hints) => {
      const { Item, written, ...clipboard } = electron();
      const { write } = systemClipboard(
        { clipboard: clipboard as never, ClipboardItem: Item },
        platform,
      );
      await write('FIR 112/2026');
      const [item = {}] = written;
      expect(written).toHaveLength(1);
      const found = await Promise.all(
        Object.entries(item).map(async ([name, payload]) => [name, await textOf(payload)]),
      );
      expect(Object.fromEntries(found)).toEqual({
        'text/plain': 'FIR 112/2026',
        ...Object.fromEntries(
          Object.entries(hints).map(([format, value]) => [
            `electron application/osclipboard;format="${format}"`,
            value,
          ]),
        ),
      });
    },
  );

  it('is the text alone where Electron can put only one thing there', async () => {
    const clipboard = electron();
    const port = systemClipboard(
      { clipboard: clipboard as never, ClipboardItem: undefined },
      'linux',
    );
    await port.write('FIR 112/2026');
    expect(clipboard.writeText.mock.calls).toEqual([['FIR 112/2026']]);
    expect(await port.read()).toBe('there');
    port.clear();
    expect(clipboard.clear).toHaveBeenCalledOnce();
  });
});
