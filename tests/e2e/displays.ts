import { spawn } from 'node:child_process';
import { once } from 'node:events';

const NAMED = 'RIHAI_E2E_DISPLAYS';
// Open to every user of this machine: the tests start the program as one who owns nothing.
const OPTIONS = ['-displayfd', '1', '-ac', '-nolisten', 'tcp', '-screen', '0', '1280x1024x24'];

async function startDisplay() {
  const server = spawn('Xvfb', OPTIONS, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [said] = (await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(() => {
      throw new Error('the virtual display ended before it began');
    }),
  ])) as [Buffer];
  return { server, name: `:${said.toString().trim()}` };
}

/**
 * Starts virtual displays, one for each worker of the tests, so that the windows of two tests
 * never take the focus from each other. Answers how to end them.
 */
export async function startDisplays(count: number): Promise<() => void> {
  const displays = await Promise.all(Array.from({ length: count }, startDisplay));
  process.env[NAMED] = displays.map(({ name }) => name).join(' ');
  return () => {
    for (const { server } of displays) server.kill();
  };
}

/** The display of this worker; the first one outside the tests. */
export function ownDisplay(): string {
  const names = (process.env[NAMED] ?? '').split(' ');
  return names[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)] ?? '';
}
