import { describe, expect, it, vi } from 'vitest';
import { failure, success, type Result } from '#shared/ipc/result';
import { wipe } from './wipe';

const GONE: Result<unknown> = success({ isWhole: true, left: 0 });

function held({ isUnlocked = true, isAllowedLocked = false, answer = GONE } = {}) {
  let now = 1_000;
  const call = vi.fn(() => Promise.resolve(answer));
  const onWiped = vi.fn();
  const at = wipe({
    vault: { isUnlocked: () => isUnlocked, call },
    isAllowedLocked: () => isAllowedLocked,
    nowMs: () => now,
    onWiped,
  });
  const wait = (ms: number): void => {
    now += ms;
  };
  return { at, call, onWiped, wait };
}

const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe('wiping a vault', () => {
  it('is done once the button was held for five seconds, and ends the session', async () => {
    const { at, call, onWiped, wait } = held();
    at.begin();
    wait(5_000);
    await at.run();
    expect(call).toHaveBeenCalledExactlyOnceWith('wiping:run', undefined, {});
    expect(onWiped).toHaveBeenCalledExactlyOnceWith(true);
    await expect(at.run()).rejects.toThrow(refused('wipe/not-held'));
  });

  it.each([
    ['never pressed', () => undefined],
    [
      'pressed too short',
      ({ at, wait }: ReturnType<typeof held>) => {
        at.begin();
        wait(4_800);
      },
    ],
    [
      'let go in between',
      ({ at, wait }: ReturnType<typeof held>) => {
        at.begin();
        wait(4_000);
        at.release();
        at.begin();
        wait(4_000);
      },
    ],
    [
      'let go at the end',
      ({ at, wait }: ReturnType<typeof held>) => {
        at.begin();
        wait(6_000);
        at.release();
      },
    ],
  ])('does nothing where the button was %s', async (_what, press) => {
    const desk = held();
    press(desk);
    await expect(desk.at.run()).rejects.toThrow(refused('wipe/not-held'));
    expect(desk.call).not.toHaveBeenCalled();
  });

  it('needs an open vault, unless the settings allow it locked', async () => {
    const locked = held({ isUnlocked: false });
    locked.at.begin();
    locked.wait(5_000);
    await expect(locked.at.run()).rejects.toThrow(refused('wipe/not-allowed'));
    expect(locked.call).not.toHaveBeenCalled();
    const allowed = held({ isUnlocked: false, isAllowedLocked: true });
    allowed.at.begin();
    allowed.wait(5_000);
    await allowed.at.run();
    expect(allowed.onWiped).toHaveBeenCalledOnce();
  });

  it('goes on as before where the vault could not be wiped', async () => {
    const { at, onWiped, wait } = held({ answer: failure('vault/in-use') });
    at.begin();
    wait(5_000);
    await expect(at.run()).rejects.toThrow(refused('vault/in-use'));
    expect(onWiped).not.toHaveBeenCalled();
  });

  it('tells where something could not be deleted', async () => {
    const { at, onWiped, wait } = held({ answer: success({ isWhole: false, left: 2 }) });
    at.begin();
    wait(5_000);
    await at.run();
    expect(onWiped).toHaveBeenCalledExactlyOnceWith(false);
  });
});
