import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, success } from '#shared/ipc/result';
import type { FromVault } from '#shared/ipc/messages';
import type { Child, StartChild } from './child';
import { startVaultProcess } from './vault-process';

/** Processes that do what the test says. */
function machine() {
  const processes = new Map<string, ReturnType<typeof process>[]>();
  function process() {
    const sent: unknown[] = [];
    let listener: (message: unknown) => void = () => undefined;
    let exit: (code: number | null) => void = () => undefined;
    let isKilled = false;
    let memory = 0;
    const child: Child = {
      send: (message) => sent.push(structuredClone(message)),
      onMessage: (told) => {
        listener = told;
      },
      onExit: (told) => {
        exit = told;
      },
      kill: () => {
        isKilled = true;
        exit(null);
      },
      memoryBytes: () => memory,
    };
    return {
      child,
      sent,
      says: (message: unknown) => {
        listener(message);
      },
      exits: (code: number | null) => {
        exit(code);
      },
      isKilled: () => isKilled,
      grows: (bytes: number) => {
        memory = bytes;
      },
    };
  }
  const startChild: StartChild = (program) => {
    const started = process();
    processes.set(program, [...(processes.get(program) ?? []), started]);
    return started.child;
  };
  return { startChild, all: (program: 'vault' | 'kdf' | 'reader') => processes.get(program) ?? [] };
}

function started() {
  const { startChild, all } = machine();
  const onEvent = vi.fn();
  const onGone = vi.fn();
  const onRefused = vi.fn();
  const vault = startVaultProcess({
    startChild,
    resourcesDir: '/resources',
    anchorsDir: '/anchors',
    dir: '/v',
    isChecked: true,
    onEvent,
    onGone,
    onRefused,
  });
  const [process] = all('vault');
  if (process === undefined) throw new Error('no vault process was started');
  const says = (message: FromVault): void => {
    process.says(message);
  };
  return { vault, process, says, onEvent, onGone, onRefused, all, derivations: () => all('kdf') };
}

describe('the vault process', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is told first where things are', () => {
    const { process } = started();
    expect(process.sent).toEqual([
      {
        type: 'start',
        resourcesDir: '/resources',
        anchorsDir: '/anchors',
        dir: '/v',
        isChecked: true,
      },
    ]);
  });

  it('starts a reader for its first message, passes to and fro, and ends it when told', () => {
    const { process, says, all } = started();
    says({ type: 'toReader', id: 1, message: { type: 'open', mediaType: 'application/pdf' } });
    says({ type: 'toReader', id: 1, message: { type: 'whole' } });
    const [reader] = all('reader');
    expect(all('reader')).toHaveLength(1);
    expect(reader?.sent).toEqual([
      { type: 'open', mediaType: 'application/pdf' },
      { type: 'whole' },
    ]);
    reader?.says({ type: 'text', text: 'Sample order' });
    expect(process.sent.at(-1)).toEqual({
      ...{ type: 'read', id: 1 },
      message: { type: 'text', text: 'Sample order' },
    });
    says({ type: 'toReader', id: 1 });
    expect(reader?.isKilled()).toBe(true);
    // It was told to end: that it ended is no news.
    expect(process.sent.at(-1)).toMatchObject({ type: 'read' });
  });

  it('ends a reader that grows too large, and says of one that died that it is gone', () => {
    const { process, says, all } = started();
    says({ type: 'toReader', id: 1, message: { type: 'whole' } });
    says({ type: 'toReader', id: 2, message: { type: 'whole' } });
    const [large, dying] = all('reader');
    large?.grows(513 * 1024 * 1024);
    vi.advanceTimersByTime(1000);
    expect(large?.isKilled()).toBe(true);
    expect(process.sent.at(-1)).toEqual({ type: 'readerGone', id: 1, isTooLarge: true });
    dying?.exits(1);
    expect(process.sent.at(-1)).toEqual({ type: 'readerGone', id: 2, isTooLarge: false });
    says({ type: 'toReader', id: 3, message: { type: 'whole' } });
    process.exits(null);
    expect(all('reader')[2]?.isKilled()).toBe(true);
  });

  it('answers each call, in whatever order', async () => {
    const { vault, says } = started();
    const one = vault.call('today:read', {}, {});
    const two = vault.call('trash:list', undefined, {});
    says({ type: 'answer', id: 2, result: success('two') });
    says({ type: 'answer', id: 1, result: success('one') });
    expect(await one).toEqual(success('one'));
    expect(await two).toEqual(success('two'));
  });

  it('leaves no passphrase behind in main', () => {
    const { vault, process } = started();
    const passphrase = new TextEncoder().encode('walnut ferry');
    void vault.call('vault:unlock', { slot: 1, passphrase }, {});
    expect(process.sent[1]).toMatchObject({
      input: { passphrase: new TextEncoder().encode('walnut ferry') },
    });
    expect([...passphrase].every((byte) => byte === 0)).toBe(true);
  });

  it('says whether it is open, and which vault was chosen', () => {
    const { vault, says } = started();
    expect(vault.isUnlocked()).toBe(false);
    says({ type: 'state', isUnlocked: true, dir: '/other' });
    expect(vault.isUnlocked()).toBe(true);
    expect(vault.dir()).toBe('/other');
  });

  it('has what it tells passed on', () => {
    const { says, onEvent } = started();
    says({ type: 'event', name: 'progress', payload: { done: 1 } });
    expect(onEvent.mock.calls).toEqual([['progress', { done: 1 }]]);
  });

  it('that dies refuses what waits and what comes, and no longer counts as open', async () => {
    const { vault, process, says, onGone } = started();
    says({ type: 'state', isUnlocked: true, dir: '/v' });
    const waiting = vault.call('today:read', {}, {});
    process.exits(1);
    expect(await waiting).toMatchObject({ error: { code: 'vault/process' } });
    expect(await vault.call('today:read', {}, {})).toMatchObject({
      error: { code: 'vault/process' },
    });
    expect(vault.isUnlocked()).toBe(false);
    expect(onGone.mock.calls).toEqual([[true]]);
  });

  it('that is closed ends in its own time', async () => {
    const { vault, process, onGone } = started();
    const closed = vault.close();
    expect(process.sent.at(-1)).toEqual({ type: 'close' });
    vi.advanceTimersByTime(1900);
    process.exits(0);
    await closed;
    vi.advanceTimersByTime(1000);
    expect(process.isKilled()).toBe(false);
    expect(onGone).not.toHaveBeenCalled();
  });

  it('that does not end within two seconds is killed', async () => {
    const { vault, process } = started();
    const closed = vault.close();
    vi.advanceTimersByTime(1999);
    expect(process.isKilled()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(process.isKilled()).toBe(true);
    await closed;
  });

  it('that is gone already is closed at once', async () => {
    const { vault, process } = started();
    process.exits(1);
    await vault.close();
    expect(process.sent).toHaveLength(1);
  });
});

describe('a vault process that refused a secret', () => {
  const unlock = () => ({ slot: 1, passphrase: new TextEncoder().encode('walnut ferry') });
  const withKey = () => ({ key: new Uint8Array(3) });

  it('is left to the end of all processes where it was a passphrase', async () => {
    const { vault, process, says, onRefused, all } = started();
    const tried = vault.call('vault:unlock', { ...unlock(), slot: 2 }, {});
    says({ type: 'answer', id: 1, result: failure('vault/passphrase') });
    await tried;
    expect(onRefused.mock.calls).toEqual([[2]]);
    expect(all('vault')).toHaveLength(1);
    expect(process.isKilled()).toBe(false);
  });

  it('is ended, and another one takes its place with the same vault', async () => {
    const { vault, process, says, onGone, all } = started();
    says({ type: 'state', isUnlocked: false, dir: '/chosen' });
    const tried = vault.call('vault:unlockWithRecovery', withKey(), {});
    says({ type: 'answer', id: 1, result: failure('vault/recovery-key') });
    expect(await tried).toEqual(failure('vault/recovery-key'));
    expect(process.isKilled()).toBe(true);
    expect(vault.wasRefused()).toBe(true);
    expect(onGone).not.toHaveBeenCalled();
    const [, next] = all('vault');
    expect(next?.sent).toMatchObject([{ type: 'start', dir: '/chosen' }]);
    const again = vault.call('vault:unlock', unlock(), {});
    next?.says({ type: 'state', isUnlocked: true, dir: '/chosen' });
    next?.says({ type: 'answer', id: 2, result: success({}) });
    expect(await again).toEqual(success({}));
    expect(vault.isUnlocked()).toBe(true);
    expect(vault.wasRefused()).toBe(false);
    expect(next?.isKilled()).toBe(false);
    expect(all('vault')).toHaveLength(2);
  });

  it('has its successor closed with the session', async () => {
    const { vault, says, all } = started();
    const tried = vault.call('vault:unlockWithRecovery', { key: new Uint8Array(3) }, {});
    says({ type: 'answer', id: 1, result: failure('vault/recovery-key') });
    await tried;
    const closed = vault.close();
    const [, next] = all('vault');
    expect(next?.sent.at(-1)).toEqual({ type: 'close' });
    next?.exits(0);
    await closed;
  });

  it('stays where what was refused is no secret, and where it died itself', async () => {
    const { vault, says, process, all } = started();
    const chosen = vault.call('vault:choose', {}, {});
    says({ type: 'answer', id: 1, result: failure('vault/missing') });
    await chosen;
    const tried = vault.call('vault:unlock', unlock(), {});
    process.exits(1);
    expect(await tried).toEqual(failure('vault/process'));
    expect(all('vault')).toHaveLength(1);
  });
});

describe('a derivation', () => {
  const request = () => ({ passphrase: new Uint8Array([1, 2, 3]), salt: new Uint8Array(16) });

  it('has a process of its own, which ends with it, and nothing of it stays in main', () => {
    const { process, says, derivations } = started();
    const asked = request();
    says({ type: 'derive', id: 9, request: asked });
    const [kdf] = derivations();
    expect(kdf?.sent).toEqual([request()]);
    expect([...asked.passphrase]).toEqual([0, 0, 0]);
    const kek = new Uint8Array([7, 7]);
    kdf?.says({ ok: true, kek });
    expect(process.sent.at(-1)).toEqual({
      type: 'derived',
      id: 9,
      answer: { ok: true, kek: new Uint8Array([7, 7]) },
    });
    expect([...kek]).toEqual([0, 0]);
    expect(kdf?.isKilled()).toBe(true);
  });

  it.each([
    [null, 'memory'],
    [1, 'other'],
  ] as const)('whose process ends with %s fails for %s', (code, reason) => {
    const { process, says, derivations } = started();
    says({ type: 'derive', id: 9, request: request() });
    derivations()[0]?.exits(code);
    expect(process.sent.at(-1)).toEqual({
      type: 'derived',
      id: 9,
      answer: { ok: false, reason },
    });
  });

  it('ends with the session', () => {
    const { vault, says, derivations } = started();
    says({ type: 'derive', id: 1, request: request() });
    says({ type: 'derive', id: 2, request: request() });
    vault.kill();
    expect(derivations().map((kdf) => kdf.isKilled())).toEqual([true, true]);
  });
});
