import { describe, expect, it, vi } from 'vitest';
import type { DrawnPage } from '#shared/preview/messages';
import { PRINT_WIDTH } from '#shared/printing/limits';
import type { ToPrint } from '#shared/printing/messages';
import type { PrintParts } from './printing';
import { printing } from './printing';

type Events = Parameters<PrintParts<never>['openPage']>[0];

const JOB = '3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b';
const PREVIEW = '4f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b';
const ORDER = {
  job: JOB,
  printer: 'cable',
  copies: 2,
  paper: 'a4',
  isNetworkFine: false,
  what: 'day',
  content: { kind: 'lines', lines: [{ style: 'Title', cells: ['Sample day'] }] },
} as const;
const PAGES = {
  ...ORDER,
  content: { kind: 'pages', preview: PREVIEW, first: 2, last: 4 },
} as const;

const printer = (name: string, way: 'cable' | 'network') => ({
  ...{ name, label: `${name} of the sample`, location: '', isUsual: false, way },
});

/** As a sound page does. */
const sound = ({ type }: ToPrint, { onMessage }: Events): void => {
  onMessage({ type: type === 'whole' ? 'stands' : 'taken' });
};

function desk(answer = sound) {
  const told: ToPrint[] = [];
  const ended = vi.fn();
  const hand = vi.fn(() => Promise.resolve());
  const note = vi.fn(() => Promise.resolve());
  const tell = vi.fn();
  const drawn = vi.fn((_preview: string, page: number) =>
    Promise.resolve({ width: page, height: 1, bytes: new Uint8Array() } satisfies DrawnPage),
  );
  let events: Events | undefined;
  const at = printing({
    printers: () => Promise.resolve([printer('cable', 'cable'), printer('away', 'network')]),
    openPage: (given) => {
      events = given;
      queueMicrotask(given.onReady);
      return {
        send: (message) => {
          told.push(message as ToPrint);
          queueMicrotask(() => {
            answer(message as ToPrint, given);
          });
        },
        end: ended,
      };
    },
    ...{ drawn, hand, note, tell, silentMs: 50 },
  });
  return { at, told, ended, hand, note, tell, drawn, gone: () => events?.onGone() };
}

const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe('printing', () => {
  it('puts lines on a page, hands it over, notes it by the label of the printer, and ends the page', async () => {
    const { at, told, hand, note, ended } = desk();
    await at.send(ORDER);
    expect(told.map(({ type }) => type)).toEqual(['lines', 'whole']);
    expect(hand).toHaveBeenCalledExactlyOnceWith(expect.anything(), ORDER, expect.any(AbortSignal));
    expect(note).toHaveBeenCalledExactlyOnceWith(ORDER, 'cable of the sample');
    expect(hand.mock.invocationCallOrder[0]).toBeLessThan(note.mock.invocationCallOrder[0] ?? 0);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('asks the preview for one page after the other, as fine as paper needs', async () => {
    const { at, told, drawn, tell } = desk();
    await at.send(PAGES);
    expect(drawn.mock.calls).toEqual([2, 3, 4].map((page) => [PREVIEW, page, PRINT_WIDTH]));
    expect(told.map(({ type }) => type)).toEqual(['picture', 'picture', 'picture', 'whole']);
    expect(tell).toHaveBeenLastCalledWith({ job: JOB, done: 3, total: 3 });
  });

  it.each([
    ['a printer that is not there', { printer: 'gone' }, 'print/unknown-printer'],
    ['a printer in a network nobody was warned of', { printer: 'away' }, 'print/network'],
    [
      'more pages than go in one job',
      { content: { ...PAGES.content, first: 1, last: 101 } },
      'print/pages',
    ],
    ['pages from the last to the first', { content: { ...PAGES.content, last: 1 } }, 'print/pages'],
  ])('refuses %s', async (_what, change, code) => {
    const { at, hand, note, drawn } = desk();
    await expect(at.send({ ...ORDER, ...change })).rejects.toThrow(refused(code));
    for (const call of [hand, note, drawn]) expect(call).not.toHaveBeenCalled();
  });

  it('goes to a printer in a network once somebody said that it may', async () => {
    const { at, hand } = desk();
    await at.send({ ...ORDER, printer: 'away', isNetworkFine: true });
    expect(hand).toHaveBeenCalledOnce();
  });

  it.each([
    [
      'says that it failed',
      (_m: ToPrint, { onMessage }: Events) => {
        onMessage({ type: 'failed' });
      },
    ],
    [
      'says what no page of ours says',
      (_m: ToPrint, { onMessage }: Events) => {
        onMessage({ type: 'paid' });
      },
    ],
    [
      'dies',
      (_m: ToPrint, { onGone }: Events) => {
        onGone();
      },
    ],
    ['says nothing', () => undefined],
  ])('is given up where the page %s', async (_what, answer) => {
    const { at, hand, note, ended } = desk(answer);
    await expect(at.send(ORDER)).rejects.toThrow(refused('print/failed'));
    expect(hand).not.toHaveBeenCalled();
    expect(note).not.toHaveBeenCalled();
    expect(ended).toHaveBeenCalledOnce();
  });

  it('notes nothing that the queue did not take', async () => {
    const { at, hand, note } = desk();
    hand.mockRejectedValueOnce(new Error('refused'));
    await expect(at.send(ORDER)).rejects.toThrow('refused');
    expect(note).not.toHaveBeenCalled();
  });

  it.each(['cancel', 'endAll'] as const)('is broken off by %s', async (how) => {
    const { at, hand, ended } = desk(() => undefined);
    const sent = expect(at.send(ORDER)).rejects.toThrow(refused('print/cancelled'));
    await Promise.resolve();
    if (how === 'cancel') at.cancel(JOB);
    else at.endAll();
    await sent;
    expect(hand).not.toHaveBeenCalled();
    expect(ended.mock.calls.length).toBeLessThanOrEqual(1);
    at.cancel(JOB);
  });
});
