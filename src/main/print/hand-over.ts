import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { AppError } from '#shared/errors/app-error';
import { JOB_NAME } from '#shared/printing/limits';
import type { PrintPaper } from '#shared/printing/messages';

export type PrintJob = {
  /** By which the system knows it. */
  readonly printer: string;
  readonly copies: number;
  readonly paper: PrintPaper;
};

/** Looked for where systems put it, and not along a path that anybody may have set. */
const PLACES = ['/usr/bin/lp', '/usr/local/bin/lp', '/bin/lp'];
/** What CUPS needs to find its server, and nothing else of the environment. */
const PASSED = ['CUPS_SERVER', 'CUPS_ENCRYPTION', 'HOME', 'USER', 'LOGNAME'];
const MEDIA: Readonly<Record<PrintPaper, string>> = { a4: 'A4', legal: 'Legal', letter: 'Letter' };
const MOST_SAID = 200;

const argsOf = ({ printer, copies, paper }: PrintJob): readonly string[] => [
  ...['-s', '-d', printer, '-n', String(copies), '-t', JOB_NAME],
  // A banner page would name the user and the machine.
  ...['-o', 'job-sheets=none', '-o', `media=${MEDIA[paper]}`],
];

export type HandOver = {
  readonly signal: AbortSignal;
  /** The program that takes pages; looked for where it is not given. */
  readonly program?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
};

/**
 * Gives pages to the system's queue through a pipe: no file of ours, no name of the document. What
 * the queue itself keeps is out of our hands. Throws `print/no-program`, `print/refused`,
 * `print/cancelled`.
 */
export async function handToQueue(
  pdf: Uint8Array,
  job: PrintJob,
  { signal, program = PLACES.find((place) => existsSync(place)), env = process.env }: HandOver,
): Promise<void> {
  if (program === undefined) throw new AppError('print/no-program');
  const passed = PASSED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  const child = spawn(program, argsOf(job), {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...(Object.fromEntries(passed) as Record<string, string>), LC_ALL: 'C' },
    signal,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString('utf8')).slice(0, MOST_SAID);
  });
  // It may end before it has read everything; its exit tells why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(pdf);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => {
      // One that was started is waited for, also where it is ended.
      if (child.pid === undefined) resolve(null);
    });
    child.on('close', resolve);
  });
  if (signal.aborted) throw new AppError('print/cancelled');
  if (code !== 0) throw new AppError('print/refused', { reason: said.trim() });
}
