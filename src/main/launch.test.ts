import { describe, expect, it, vi } from 'vitest';
import {
  idleLimit,
  refusedArgument,
  silentLimit,
  startAgain,
  vaultArgument,
  wipedArgument,
} from './launch';

describe('the vault named at the start', () => {
  it.each([
    [['rihai', '--vault', './office'], './office'],
    [['rihai', '--vault=./office'], './office'],
    [['rihai', '--vault=-odd'], '-odd'],
    [
      ['rihai', '.', '--lang=ur', '--vault', '/home/sample/رہائی office'],
      '/home/sample/رہائی office',
    ],
    [['rihai'], undefined],
    [['rihai', '--vault'], undefined],
    [['rihai', '--vault='], undefined],
    [['rihai', '--vault', ''], undefined],
    [['rihai', '--vault', '--inspect'], undefined],
    [['rihai', '--vaults', 'other'], undefined],
  ])('is read from %j as %j', (argv, dir) => {
    expect(vaultArgument(argv)).toBe(dir);
  });

  it.each(['/home/sample/a b', '-odd', '--vault', undefined])(
    'is named so that the next start reads it: %j',
    (dir) => {
      const program = { isPackaged: true, relaunch: vi.fn(), exit: vi.fn() };
      startAgain(program, vi.fn(), { dir });
      const [options] = program.relaunch.mock.calls[0] as [{ args: string[] }];
      expect(vaultArgument(['rihai', ...options.args])).toBe(dir);
    },
  );
});

describe('starting again', () => {
  it('is done by Electron in an installed program', () => {
    const order: string[] = [];
    startAgain(
      {
        isPackaged: true,
        relaunch: ({ args }) => order.push(`relaunch ${args.join(' ')}`),
        exit: (code) => order.push(`exit ${String(code)}`),
      },
      (line) => order.push(line),
      { dir: '/v' },
    );
    expect(order).toEqual(['relaunch --vault=/v', 'exit 0']);
  });

  it('is asked of the launcher in development', () => {
    const order: string[] = [];
    startAgain(
      {
        isPackaged: false,
        relaunch: () => order.push('relaunch'),
        exit: (code) => order.push(`exit ${String(code)}`),
      },
      (line) => order.push(line),
      { dir: '/a "b"' },
    );
    expect(order).toEqual(['rihai:start-again ["--vault=/a \\"b\\""]\n', 'exit 75']);
  });
});

describe('the time without input', () => {
  it('is what the user chose', () => {
    expect(idleLimit(5, { isPackaged: true, env: {} })).toBe(300);
  });

  it('is shortened by tests, and never in an installed program', () => {
    const env = { RIHAI_IDLE_SECONDS: '1' };
    expect(idleLimit(5, { isPackaged: false, env })).toBe(1);
    expect(idleLimit(5, { isPackaged: true, env })).toBe(300);
  });

  it.each(['', '0', '-5', 'never'])('is not switched off by %j', (asked) => {
    expect(idleLimit(5, { isPackaged: false, env: { RIHAI_IDLE_SECONDS: asked } })).toBe(300);
  });
});

it('a document may stand still for 20 seconds; only tests shorten that', () => {
  const env = { RIHAI_SILENT_SECONDS: '2' };
  expect(silentLimit({ isPackaged: true, env })).toBe(20_000);
  expect(silentLimit({ isPackaged: false, env: {} })).toBe(20_000);
  expect(silentLimit({ isPackaged: false, env })).toBe(2_000);
});

describe('what the session before did', () => {
  it.each([
    [['--vault=/v'], undefined],
    [['--wiped=whole'], 'whole'],
    [['electron', '.', '--wiped=partly'], 'partly'],
    [['--wiped=everything'], undefined],
    [['--wiped'], undefined],
  ] as const)('is read of %j', (argv, word) => {
    expect(wipedArgument(argv)).toBe(word);
  });

  it.each([
    [['--vault=/v'], undefined],
    [['--vault=/v', '--refused=2'], 2],
    [['--refused=0'], undefined],
    [['--refused=walnut'], undefined],
    [['--refused'], undefined],
  ])('is read of %j as slot %j', (argv, slot) => {
    expect(refusedArgument(argv)).toBe(slot);
  });

  it('is told to the next so that it reads it', () => {
    const program = { isPackaged: true, relaunch: vi.fn(), exit: vi.fn() };
    startAgain(program, vi.fn(), { dir: '/v', refusedSlot: 3 });
    const [options] = program.relaunch.mock.calls[0] as [{ args: string[] }];
    expect(options.args).toEqual(['--vault=/v', '--refused=3']);
    expect(refusedArgument(options.args)).toBe(3);
  });
});
