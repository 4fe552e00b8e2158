import { describe, expect, it } from 'vitest';
import { endings } from './endings';

/** What a session's end does, in its order; the vault closes when it is told to. */
function session({ isUnlocked = true, wasRefused = false } = {}) {
  const order: string[] = [];
  const note = (what: string) => () => {
    order.push(what);
  };
  let closed: () => void = () => undefined;
  let failed: (why: Error) => void = () => undefined;
  const ending = endings({
    vault: {
      isUnlocked: () => isUnlocked,
      wasRefused: () => wasRefused,
      dir: () => '/v',
      close: () => {
        order.push('close');
        return new Promise((resolve, reject) => {
          closed = resolve;
          failed = reject;
        });
      },
      kill: note('kill'),
    },
    window: { hide: note('hide'), destroy: note('destroy'), reload: note('reload') },
    clipboard: {
      forget: () => {
        order.push('forget what was copied');
        return Promise.resolve();
      },
      forgetNow: note('forget what was copied, now'),
    },
    cleanUp: note('clean up'),
    startAgain: ({ dir, wiped, refusedSlot }) =>
      order.push(
        ['start again', dir, wiped, refusedSlot].filter((one) => one !== undefined).join(' '),
      ),
    quit: note('quit'),
    exit: note('exit'),
    giveUp: note('give up'),
  });
  const settle = () => new Promise((done) => setImmediate(done));
  return {
    ending,
    order,
    vaultCloses: async () => {
      closed();
      await settle();
    },
    vaultFails: async () => {
      failed(new Error('gone'));
      await settle();
    },
  };
}

describe('a refused passphrase', () => {
  it('ends every process, and the lock screen comes anew with the slot', async () => {
    const { ending, order, vaultCloses } = session({ isUnlocked: false });
    ending.refused(2);
    ending.refused(2);
    expect(order).toEqual(['hide', 'destroy', 'close', 'forget what was copied']);
    await vaultCloses();
    expect(order.slice(4)).toEqual(['clean up', 'start again /v 2']);
  });
});

describe('locking', () => {
  it('takes the window away first, closes the vault, and starts anew at its lock screen', async () => {
    const { ending, order, vaultCloses } = session();
    ending.lock();
    expect(order).toEqual(['hide', 'destroy', 'close', 'forget what was copied']);
    expect(ending.isDone()).toBe(false);
    await vaultCloses();
    expect(order.slice(4)).toEqual(['clean up', 'start again /v']);
    expect(ending.isDone()).toBe(true);
  });

  it('starts anew even where the vault could not be closed', async () => {
    const { ending, order, vaultFails } = session();
    ending.lock();
    await vaultFails();
    expect(order.at(-1)).toBe('start again /v');
  });

  it('happens once, whoever asks again meanwhile', async () => {
    const { ending, order, vaultCloses } = session();
    ending.lock();
    ending.lock();
    ending.closed();
    ending.pageDied();
    ending.failed();
    ending.vaultDied();
    await vaultCloses();
    expect(order).toEqual([
      'hide',
      'destroy',
      'close',
      'forget what was copied',
      'clean up',
      'start again /v',
    ]);
  });

  it('starts anew where nothing was opened but a secret was refused', async () => {
    const { ending, order, vaultCloses } = session({ isUnlocked: false, wasRefused: true });
    ending.lock();
    await vaultCloses();
    expect(order).toEqual([
      'hide',
      'destroy',
      'close',
      'forget what was copied',
      'clean up',
      'start again /v',
    ]);
  });

  it('does nothing where no vault is open', () => {
    const { ending, order } = session({ isUnlocked: false });
    ending.lock();
    expect(order).toEqual([]);
  });
});

describe('a wiped vault', () => {
  it.each([
    [true, 'whole'],
    [false, 'partly'],
  ] as const)(
    'takes every process with it and starts anew without a vault',
    async (isWhole, word) => {
      const { ending, order, vaultCloses } = session();
      ending.wiped(isWhole);
      await vaultCloses();
      expect(order).toEqual([
        'hide',
        'destroy',
        'close',
        'forget what was copied',
        'clean up',
        `start again ${word}`,
      ]);
    },
  );
});

describe('the panic key', () => {
  it('ends everything at once and starts nothing, open or not', () => {
    for (const isUnlocked of [true, false]) {
      const { ending, order } = session({ isUnlocked });
      ending.panic();
      expect(order).toEqual(['hide', 'kill', 'forget what was copied, now', 'exit']);
    }
  });

  it('does not wait for a lock under way', () => {
    const { ending, order } = session();
    ending.lock();
    ending.panic();
    expect(order.slice(-3)).toEqual(['kill', 'forget what was copied, now', 'exit']);
  });
});

describe('closing the window', () => {
  it('closes the vault, then the program', async () => {
    const { ending, order, vaultCloses } = session();
    ending.closed();
    expect(order).toEqual(['close', 'forget what was copied']);
    expect(ending.isDone()).toBe(false);
    await vaultCloses();
    expect(order).toEqual(['close', 'forget what was copied', 'clean up', 'quit']);
    expect(ending.isDone()).toBe(true);
  });
});

describe('a process that dies', () => {
  it('is followed by the lock screen where it held an open vault', () => {
    const { ending, order } = session();
    ending.vaultDied();
    expect(order).toEqual([
      'hide',
      'destroy',
      'forget what was copied, now',
      'clean up',
      'start again /v',
    ]);
  });

  it('locks an open session where it was the page', () => {
    const { ending, order } = session();
    ending.pageDied();
    expect(order).toEqual(['hide', 'destroy', 'close', 'forget what was copied']);
  });

  it('is given anew where it was the page of a locked one, and given up where that does not help', () => {
    const { ending, order } = session({ isUnlocked: false });
    for (let times = 0; times < 5; times++) ending.pageDied();
    expect(order).toEqual(['reload', 'reload', 'reload', 'give up']);
  });

  it('locks an open session where main itself failed, and is said otherwise', () => {
    const open = session();
    open.ending.failed();
    expect(open.order).toEqual(['hide', 'destroy', 'close', 'forget what was copied']);
    const locked = session({ isUnlocked: false });
    locked.ending.failed();
    locked.ending.failed();
    expect(locked.order).toEqual(['give up']);
  });
});
