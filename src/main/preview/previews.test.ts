import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { MOST_PREVIEW_BYTES } from '#shared/preview/limits';
import { QR_PICTURE, type ToPreview } from '#shared/preview/messages';
import type { HiddenPageOptions } from '../hidden-page';
import { previews } from './previews';
import { READ_LIMITS } from './watch';

const refused = (code: string) => expect.objectContaining({ code }) as Error;
const MIB = 1024 * 1024;

type Events = Pick<HiddenPageOptions, 'onReady' | 'onMessage' | 'onGone'>;

/** A page as it is seen from here: what it was sent, and whether it still runs. */
function fakePage(events: Events, answer: (message: ToPreview, page: Page) => void, memory = 0) {
  const page = { events, sent: [] as ToPreview[], isEnded: false };
  queueMicrotask(() => {
    events.onReady();
  });
  return {
    page,
    hidden: {
      send: (message: unknown) => {
        page.sent.push(message as ToPreview);
        answer(message as ToPreview, page);
      },
      memoryBytes: () => memory,
      end: () => {
        page.isEnded = true;
      },
    },
  };
}
type Page = { readonly events: Events; readonly sent: ToPreview[]; isEnded: boolean };

type Desk = {
  readonly answer?: (message: ToPreview, page: Page) => void;
  readonly parts?: readonly Uint8Array[];
  readonly sizeBytes?: number;
  readonly memory?: number;
  readonly fault?: AppError;
};

const PAGES = { type: 'opened', view: { kind: 'pages', pages: 2 } };

/** As a sound page does: it opens once it has the whole, and draws a dot. */
const sound = (message: ToPreview, { events }: Page): void => {
  if (message.type === 'whole') events.onMessage(PAGES);
  if (message.type === 'page')
    events.onMessage({
      type: 'drawn',
      ask: message.ask,
      page: { width: 1, height: 1, bytes: new Uint8Array([message.page, 0, 0, 255]) },
    });
};

function desk({ answer = sound, parts = [new Uint8Array(1)], sizeBytes = 1, memory, fault }: Desk) {
  const pages: Page[] = [];
  const closed: number[] = [];
  const open = previews({
    openPage: (events) => {
      const { page, hidden } = fakePage(events, answer, memory);
      pages.push(page);
      return hidden;
    },
    source: {
      open: () => Promise.resolve({ reading: 7, mediaType: 'application/pdf', sizeBytes }),
      next: (() => {
        let at = 0;
        return () => {
          if (fault !== undefined) return Promise.reject(fault);
          const bytes = parts[at++] ?? new Uint8Array();
          return Promise.resolve({ bytes, isLast: at >= parts.length });
        };
      })(),
      close: (reading) => {
        closed.push(reading);
        return Promise.resolve();
      },
    },
    limits: READ_LIMITS,
  });
  return { open, pages, closed };
}

/** Refused with a code once so much time has passed. */
async function refusedAfter(ms: number, asked: Promise<unknown>, code: string): Promise<void> {
  const seen = expect(asked).rejects.toThrow(refused(code));
  await vi.advanceTimersByTimeAsync(ms);
  await seen;
}

describe('a preview', () => {
  beforeAll(() => {
    vi.useFakeTimers();
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  it('hands the bytes over part by part, and gives back what the page made of them', async () => {
    const parts = [new Uint8Array([1, 2]), new Uint8Array([3])];
    const { open, pages, closed } = desk({ parts, sizeBytes: 3 });
    expect(await open.open('a', 'id')).toEqual({ kind: 'pages', pages: 2 });
    expect(pages[0]?.sent).toEqual([
      { type: 'open', mediaType: 'application/pdf', sizeBytes: 3 },
      { type: 'bytes', bytes: parts[0] },
      { type: 'bytes', bytes: parts[1] },
      { type: 'whole' },
    ]);
    expect(closed).toEqual([7]);
    const [one, two] = await Promise.all([open.page('a', 1, 100), open.page('a', 2, 100)]);
    expect([one.bytes[0], two.bytes[0]]).toEqual([1, 2]);
    open.close('a');
    expect(pages[0]?.isEnded).toBe(true);
    await expect(open.page('a', 1, 100)).rejects.toThrow(refused('read/closed'));
  });

  it('of a text is over as soon as the text is told', async () => {
    const view = { kind: 'text', text: 'Sample.', isCut: false };
    const { open, pages } = desk({
      answer: ({ type }, { events }) => {
        if (type === 'whole') events.onMessage({ type: 'opened', view });
      },
    });
    expect(await open.open('a', 'id')).toEqual(view);
    expect(pages[0]?.isEnded).toBe(true);
  });

  it('that stands still is ended, while opening or drawing, and says for how long', async () => {
    const opening = desk({ answer: () => undefined });
    await refusedAfter(20_000, opening.open.open('a', 'id'), 'read/slow');
    expect(opening.pages[0]?.isEnded).toBe(true);
    const drawing = desk({
      answer: (message, page) => {
        if (message.type === 'whole') sound(message, page);
      },
    });
    await drawing.open.open('a', 'id');
    await refusedAfter(20_000, drawing.open.page('a', 1, 100), 'read/slow');
    expect(drawing.pages[0]?.isEnded).toBe(true);
  });

  it('may stand still as long as nothing is asked of it, and takes its time where it comes further', async () => {
    let steps = 0;
    const { open, pages } = desk({
      answer: (message, page) => {
        if (message.type !== 'page') {
          sound(message, page);
          return;
        }
        const step = setInterval(() => {
          page.events.onMessage({ type: 'progress' });
          if (++steps < 8) return;
          clearInterval(step);
          sound(message, page);
        }, 15_000);
      },
    });
    await open.open('a', 'id');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(pages[0]?.isEnded).toBe(false);
    const drawn = open.page('a', 1, 100);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await drawn).toMatchObject({ width: 1 });
    open.endAll();
  });

  it('that takes too much memory is ended', async () => {
    const { open, pages } = desk({ answer: () => undefined, memory: 513 * MIB });
    await refusedAfter(1_000, open.open('a', 'id'), 'read/memory');
    expect(pages[0]?.isEnded).toBe(true);
  });

  it('whose process dies refuses what was asked of it', async () => {
    const { open } = desk({
      answer: (message, page) => {
        if (message.type === 'page') page.events.onGone();
        else sound(message, page);
      },
    });
    await open.open('a', 'id');
    await expect(open.page('a', 1, 100)).rejects.toThrow(refused('read/died'));
    await expect(open.page('a', 1, 100)).rejects.toThrow(refused('read/closed'));
  });

  it.each([
    ['no message at all', 'text'],
    ['another type', { type: 'run' }],
    [
      'a page of fewer bytes than pixels',
      { type: 'drawn', ask: 1, page: { width: 9, height: 9, bytes: new Uint8Array(4) } },
    ],
    [
      'a page too large',
      { type: 'drawn', ask: 1, page: { width: 60_000, height: 60_000, bytes: new Uint8Array(4) } },
    ],
    ['a code it may not know', { type: 'failed', code: 'vault/passphrase', params: {} }],
    ['a further key', { type: 'progress', more: 1 }],
  ])('whose page says what ours never says is ended: %s', async (_what, said) => {
    const { open, pages } = desk({
      answer: (message, { events }) => {
        if (message.type === 'whole') events.onMessage(said);
      },
    });
    await expect(open.open('a', 'id')).rejects.toThrow(refused('read/died'));
    expect(pages[0]?.isEnded).toBe(true);
  });

  it('is refused by the page in its own words, as a whole or for one page', async () => {
    const { open, pages } = desk({
      answer: (message, page) => {
        if (message.type === 'page')
          page.events.onMessage({
            type: 'failed',
            ask: message.ask,
            code: 'read/damaged',
            params: {},
          });
        else sound(message, page);
      },
    });
    await open.open('a', 'id');
    await expect(open.page('a', 2, 100)).rejects.toThrow(refused('read/damaged'));
    expect(pages[0]?.isEnded).toBe(false);
    const locked = desk({
      answer: ({ type }, { events }) => {
        if (type === 'whole')
          events.onMessage({ type: 'failed', code: 'read/encrypted', params: {} });
      },
    });
    await expect(locked.open.open('b', 'id')).rejects.toThrow(refused('read/encrypted'));
    expect(locked.pages[0]?.isEnded).toBe(true);
    open.endAll();
  });

  it('of a QR code gives its text and ends; a picture without one, and one that does harm, are told alike', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rihai-qr-'));
    const path = join(folder, 'photo.png');
    writeFileSync(path, 'a picture');
    const answering = (said: object) =>
      desk({
        answer: ({ type }, { events }) => {
          if (type === 'whole') events.onMessage(said);
        },
      });
    vi.useRealTimers();
    const read = answering({ type: 'opened', view: { kind: 'text', text: 'CARD', isCut: false } });
    expect(await read.open.qr(path)).toBe('CARD');
    expect(read.pages[0]?.sent[0]).toEqual({ type: 'open', mediaType: QR_PICTURE, sizeBytes: 9 });
    expect(read.pages[0]?.isEnded).toBe(true);
    for (const said of [
      { type: 'failed', code: 'read/kind', params: {} },
      { type: 'failed', code: 'read/limit', params: {} },
      { type: 'run' },
      PAGES,
    ]) {
      const none = answering(said);
      await expect(none.open.qr(path)).rejects.toThrow(refused('card/picture'));
      expect(none.pages[0]?.isEnded).toBe(true);
    }
    await expect(read.open.qr(join(folder, 'gone.png'))).rejects.toThrow(refused('input/file'));
    rmSync(folder, { recursive: true });
    vi.useFakeTimers();
  });

  it('of a damaged attachment says so, and one too large is never given to a page', async () => {
    const damaged = desk({ fault: new AppError('blob/damaged') });
    await expect(damaged.open.open('a', 'id')).rejects.toThrow(refused('blob/damaged'));
    expect(damaged.pages[0]?.isEnded).toBe(true);
    expect(damaged.closed).toEqual([7]);
    const large = desk({ sizeBytes: MOST_PREVIEW_BYTES + 1 });
    await expect(large.open.open('a', 'id')).rejects.toThrow(refused('read/limit'));
    expect(large.pages).toEqual([]);
  });

  it('closed while it opens is over, and nothing more is read for it', async () => {
    const { open, pages, closed } = desk({ answer: () => undefined });
    const opening = open.open('a', 'id');
    open.close('a');
    await expect(opening).rejects.toThrow(refused('read/closed'));
    await vi.advanceTimersByTimeAsync(0);
    expect(closed).toEqual([7]);
    expect(pages.every(({ isEnded }) => isEnded)).toBe(true);
  });

  it('gives way where a fifth is opened, and all end at once', async () => {
    const { open, pages } = desk({});
    for (const name of ['a', 'b', 'c', 'd', 'e']) await open.open(name, 'id');
    expect(pages.map(({ isEnded }) => isEnded)).toEqual([true, false, false, false, false]);
    await expect(open.open('e', 'id')).rejects.toThrow(refused('usage'));
    open.endAll();
    expect(pages.every(({ isEnded }) => isEnded)).toBe(true);
  });
});
