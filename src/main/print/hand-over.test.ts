import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handToQueue } from './hand-over';

const JOB = { printer: '-Sample printer', copies: 2, paper: 'legal' } as const;
const PAGES = new TextEncoder().encode('%PDF-1.4 invented');

describe('handing pages to the queue of the system', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rihai-lp-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** A program in the place of `lp`. */
  const program = (name: string, lines: string): string => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\ncd '${folder}'\n${lines}\n`, { mode: 0o755 });
    return path;
  };
  const never = new AbortController().signal;

  it('names the job neutrally, sends the pages through a pipe, and passes on little of the environment', async () => {
    const lp = program('keeps', 'printf "%s\\n" "$@" > args; /usr/bin/env > env; /bin/cat > pages');
    const env = { CUPS_SERVER: '/run/sample', SECRET: 'walnut', HOME: '/home/sample' };
    await handToQueue(PAGES, JOB, { signal: never, program: lp, env });
    expect(readFileSync(join(folder, 'args'), 'utf8').trim().split('\n')).toEqual([
      ...['-s', '-d', '-Sample printer', '-n', '2', '-t', 'Document'],
      ...['-o', 'job-sheets=none', '-o', 'media=Legal'],
    ]);
    expect(new Uint8Array(readFileSync(join(folder, 'pages')))).toEqual(PAGES);
    const given = readFileSync(join(folder, 'env'), 'utf8');
    expect(given).toContain('CUPS_SERVER=/run/sample');
    expect(given).toContain('LC_ALL=C');
    expect(given).not.toContain('walnut');
  });

  it('tells why the queue refused, and does not mind that nobody read the pages', async () => {
    const lp = program('refuses', 'echo "lp: The printer is not accepting jobs." >&2; exit 1');
    await expect(
      handToQueue(new Uint8Array(4 * 1024 * 1024), JOB, { signal: never, program: lp }),
    ).rejects.toMatchObject({
      code: 'print/refused',
      params: { reason: 'lp: The printer is not accepting jobs.' },
    });
    await expect(
      handToQueue(PAGES, JOB, { signal: never, program: join(folder, 'missing') }),
    ).rejects.toMatchObject({ code: 'print/refused' });
  });

  it('ends the program where printing is broken off', async () => {
    const lp = program('waits', 'echo $$ > pid; exec /bin/sleep 60');
    const control = new AbortController();
    const handed = handToQueue(PAGES, JOB, { signal: control.signal, program: lp });
    const seen = expect(handed).rejects.toMatchObject({ code: 'print/cancelled' });
    await expect.poll(() => readFileSync(join(folder, 'pid'), 'utf8').trim()).toMatch(/^\d+$/u);
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    control.abort();
    await seen;
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
