import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { asNobody, giveAway, type Home } from './kit';

/** Where Debian puts the printing system: `npm run setup` sees to it. */
const SERVER = '/usr/sbin/cupsd';
const STARTER = '/usr/lib/cups/daemon/cups-exec';
const START_LIMIT_MS = 10_000;

/** What a printer was given: as CUPS tells those who drive the device. */
export type Printed = {
  readonly user: string;
  readonly title: string;
  readonly copies: string;
  readonly options: string;
  readonly environment: string;
  readonly pages: Buffer;
};

export type PrintServer = {
  /** For the environment of the program. */
  readonly socket: string;
  /** What arrived at the devices, in its order. */
  readonly printed: () => readonly Printed[];
  /** What the system's queue knows of the jobs: control files and logs, without the pages. */
  readonly told: () => Buffer;
  readonly stop: () => void;
};

/** Keeps what it is given, in place of a device. */
const DEVICE = (out: string): string => `#!/bin/sh
[ $# -eq 0 ] && exit 0
env > '${out}'/$1.env
printf '%s\\n' "$@" > '${out}'/$1.args
if [ -n "$6" ]; then cat "$6"; else cat; fi > '${out}'/$1.part
mv '${out}'/$1.part '${out}'/$1.pages
`;

function configure(dir: string): { readonly main: string; readonly files: string } {
  const at = (name: string): string => join(dir, name);
  for (const name of ['etc', 'bin/backend', 'bin/daemon', 'spool', 'cache', 'run', 'log', 'out'])
    mkdirSync(at(name), { recursive: true, mode: 0o755 });
  copyFileSync(STARTER, at('bin/daemon/cups-exec'));
  chmodSync(at('bin/daemon/cups-exec'), 0o755);
  for (const scheme of ['usb', 'ipp'])
    writeFileSync(at(`bin/backend/${scheme}`), DEVICE(at('out')), { mode: 0o755 });
  const places = [
    ['ServerRoot', 'etc'],
    ['ServerBin', 'bin'],
    ['RequestRoot', 'spool'],
    ['CacheDir', 'cache'],
    ['StateDir', 'run'],
    ['TempDir', 'cache'],
    ['DocumentRoot', 'etc'],
    ['AccessLog', 'log/access'],
    ['ErrorLog', 'log/error'],
    ['PageLog', 'log/page'],
  ] as const;
  const files = at('etc/cups-files.conf');
  writeFileSync(
    files,
    `${places.map(([word, name]) => `${word} ${at(name)}\n`).join('')}User nobody\nGroup nogroup\nSystemGroup nogroup\n`,
  );
  const main = at('etc/cupsd.conf');
  writeFileSync(
    main,
    `Listen ${at('run/s')}
Browsing No
WebInterface No
LogLevel debug
PageLogFormat %p %u %j %{job-name}
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`,
  );
  return { main, files };
}

async function answers(env: NodeJS.ProcessEnv, socket: string): Promise<void> {
  for (let left = START_LIMIT_MS; left > 0; left -= 100) {
    if (existsSync(socket)) {
      const said = execFileSync('/usr/bin/lpstat', ['-r'], { env, encoding: 'utf8' });
      if (said.includes('is running')) return;
    }
    await setTimeout(100);
  }
  throw new Error('the print server did not start');
}

/**
 * The system's own printing, CUPS, on a socket of this test alone: with the printers named, of
 * which the first is the usual one, and devices that keep what they are given.
 */
export async function startPrintServer(
  home: Home,
  printers: readonly { readonly name: string; readonly device: string }[],
): Promise<PrintServer> {
  const dir = home.folder('cups');
  const { main, files } = configure(dir);
  giveAway(dir);
  const socket = join(dir, 'run/s');
  const env = { PATH: '/usr/bin:/usr/sbin:/bin:/sbin', CUPS_SERVER: socket, HOME: home.dir };
  const [file = '', ...args] = asNobody([SERVER, '-f', '-c', main, '-s', files]);
  const server = spawn(file, args, { stdio: 'ignore', env });
  await answers(env, socket);
  for (const { name, device } of printers) {
    const words = ['/usr/sbin/lpadmin', '-p', name, '-E', '-v', device, '-m', 'raw'];
    const [admin = '', ...rest] = asNobody(words);
    execFileSync(admin, rest, { env, stdio: ['ignore', 'ignore', 'ignore'] });
  }
  const [admin = '', ...rest] = asNobody(['/usr/sbin/lpadmin', '-d', printers[0]?.name ?? '']);
  if (printers.length > 0) execFileSync(admin, rest, { env });
  const read = (name: string): Buffer => readFileSync(join(dir, name));
  return {
    socket,
    printed: () =>
      readdirSync(join(dir, 'out'))
        .filter((name) => name.endsWith('.pages'))
        .map((name) => name.slice(0, -'.pages'.length))
        .sort((one, other) => Number(one) - Number(other))
        .map((job) => {
          const [, user = '', title = '', copies = '', options = ''] = read(`out/${job}.args`)
            .toString()
            .split('\n');
          const environment = read(`out/${job}.env`).toString();
          return { user, title, copies, options, environment, pages: read(`out/${job}.pages`) };
        }),
    told: () =>
      Buffer.concat(
        ['spool', 'log', 'cache', 'etc'].flatMap((folder) =>
          readdirSync(join(dir, folder), { recursive: true, withFileTypes: true })
            .filter((one) => one.isFile() && !/^d\d+-\d+$/u.test(one.name))
            .map((one) => readFileSync(join(one.parentPath, one.name))),
        ),
      ),
    stop: () => {
      server.kill('SIGTERM');
    },
  };
}
