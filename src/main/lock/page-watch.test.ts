import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isRunning, watchPage } from './page-watch';

describe('whether a process runs', () => {
  it('holds for one that is there, and not for one that ended', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    expect(isRunning(pid)).toBe(true);
    child.kill('SIGSTOP');
    expect(isRunning(pid)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isRunning(pid)).toBe(false);
  });

  it('does not hold for one that ended and that its parent never took notice of', async () => {
    // It ends after the shell has given its place to a program that waits for nobody.
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 60']);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    try {
      await vi.waitFor(() => {
        expect(isRunning(pid)).toBe(false);
      });
      // It is still on the list of processes.
      expect(process.kill(pid, 0)).toBe(true);
    } finally {
      parent.kill('SIGKILL');
    }
  });

  it('holds for one of another user', () => {
    expect(isRunning(1)).toBe(true);
  });
});

describe('the watch over the page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watched(first: number | undefined) {
    const dead = new Set<number>();
    const page = { pid: first, died: vi.fn() };
    watchPage({ pid: () => page.pid, isRunning: (pid) => !dead.has(pid), onDied: page.died });
    return { page, dead, wait: () => vi.advanceTimersByTime(5_000) };
  }

  it('tells once of a process that ended and that Chromium still takes for the page', () => {
    const { page, dead, wait } = watched(7);
    wait();
    expect(page.died).not.toHaveBeenCalled();
    dead.add(7);
    wait();
    expect(page.died).toHaveBeenCalledTimes(1);
  });

  it('tells of the next process too', () => {
    const { page, dead, wait } = watched(7);
    dead.add(7);
    wait();
    page.pid = 8;
    wait();
    expect(page.died).toHaveBeenCalledTimes(1);
    dead.add(8);
    wait();
    expect(page.died).toHaveBeenCalledTimes(2);
  });

  it('says nothing where Chromium knows that there is no process', () => {
    const { page, dead, wait } = watched(7);
    dead.add(7);
    page.pid = 0;
    wait();
    page.pid = undefined;
    wait();
    expect(page.died).not.toHaveBeenCalled();
  });
});
