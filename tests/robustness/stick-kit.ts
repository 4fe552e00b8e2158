import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { newFolder } from '#tests/integration/vault-kit';

/** A stick that can be pulled out: what was written until then is what lies on it when it is plugged in again. */
export type Stick = {
  readonly name: string;
  /** Whether a database can live on it: its driver lets a file be made longer without writing. */
  readonly canHoldVault: boolean;
  /** Where it is when it is plugged in. */
  readonly place: string;
  plugIn(): void;
  /** Pulls it out now. */
  pull(): void;
  /** Pulls it out after so many milliseconds, whatever this process does meanwhile; answers once it is out. */
  pullAfter(ms: number): Promise<void>;
};

/** FAT32 needs as many clusters as this has at the least; the short form fills a tenth of it. */
const IMAGE_BYTES = 128 * 1024 * 1024;

function run(command: string, ...args: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${done.error?.message ?? done.stderr}`);
  return done.stdout.trim();
}

const isMounted = (place: string): boolean =>
  fs.readFileSync('/proc/self/mounts', 'utf8').includes(` ${place} `);

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function image(format: readonly string[]): string {
  const file = path.join(newFolder(), 'stick.img');
  fs.writeFileSync(file, '');
  fs.truncateSync(file, IMAGE_BYTES);
  const [command = '', ...args] = format;
  run(command, ...args, file);
  return file;
}

/** Runs shell words after a while, in a process of their own. */
function later(ms: number, words: string): Promise<void> {
  const shell = spawn('sh', ['-c', `sleep ${String(ms / 1000)}; ${words}`], { stdio: 'ignore' });
  return new Promise((resolve) => {
    shell.on('exit', () => {
      resolve();
    });
  });
}

type Driver = {
  readonly name: string;
  readonly canHoldVault: boolean;
  readonly image: string;
  /** Begins to serve the image at the place; answers the words of the driver's own process. */
  readonly serve: (image: string, place: string) => readonly string[];
  /** Shell words that let go of the image. */
  readonly release: () => string;
};

/**
 * A stick that a driver in a process of its own serves (FUSE). Pulling it out is killing that process in
 * whatever it does, and taking the place away as the desktop does: later calls fail, what it had not
 * written is lost.
 */
function served({ name, canHoldVault, image: file, serve, release }: Driver): Stick {
  const place = newFolder();
  let pid: number | undefined;
  const script = (): string =>
    `kill -9 ${String(pid)}; umount -l ${place} || fusermount -u -z ${place}; ${release()}`;
  return {
    ...{ name, canHoldVault, place },
    plugIn: () => {
      // Whoever began after it was pulled out wrote to the empty folder.
      for (const name of fs.readdirSync(place))
        fs.rmSync(path.join(place, name), { recursive: true });
      const [command = '', ...args] = serve(file, place);
      const driver = spawn(command, args, { stdio: 'ignore', detached: true });
      driver.unref();
      for (let tries = 0; !isMounted(place); tries += 1) {
        if (tries > 1200) throw new Error(`${name} was not mounted`);
        pause(25);
      }
      pid = driver.pid;
    },
    pull: () => {
      spawnSync('sh', ['-c', script()], { stdio: 'ignore' });
    },
    pullAfter: (ms) => later(ms, script()),
  };
}

const canServe = (): boolean => {
  try {
    fs.closeSync(fs.openSync('/dev/fuse', 'r+'));
    return true;
  } catch {
    return false;
  }
};

function fat(): Stick {
  return served({
    name: 'FAT32',
    // fusefat 0.1a refuses `ftruncate` beyond the end (EPERM); FAT itself does not.
    canHoldVault: false,
    image: image(['/usr/sbin/mkfs.vfat', '-F', '32']),
    serve: (file, place) => {
      // As a desktop does with a stick that was not let go of; this driver takes no other.
      spawnSync('/usr/sbin/fsck.vfat', ['-a', file]);
      return ['fusefat', '-f', '-s', '-o', 'rw+', file, place];
    },
    release: () => 'true',
  });
}

/** Its driver asks for a block device, which only root makes of a file. */
function exfat(): Stick {
  let device = '';
  return served({
    name: 'exFAT',
    canHoldVault: true,
    image: image(['/usr/sbin/mkfs.exfat']),
    serve: (file, place) => {
      device = run('/usr/sbin/losetup', '--find', '--show', file);
      return ['/usr/sbin/mount.exfat-fuse', '-d', device, place];
    },
    release: () => `/usr/sbin/losetup -d ${device}`,
  });
}

/** Everywhere else: a folder whose name goes away, with all files that are open in it. */
function folder(): Stick {
  const place = path.join(newFolder(), 'stick');
  const away = `${place}-away`;
  fs.mkdirSync(away);
  return {
    ...{ name: 'folder', canHoldVault: true, place },
    plugIn: () => {
      // Whoever began after it was pulled out made a new folder of that name.
      fs.rmSync(place, { recursive: true, force: true });
      fs.renameSync(away, place);
    },
    pull: () => {
      if (fs.existsSync(place)) fs.renameSync(place, away);
    },
    pullAfter: (ms) => later(ms, `mv ${place} ${away}`),
  };
}

/** The kinds of sticks that this machine and this user can have; a folder in the least. */
export const kindsOfSticks = (): readonly (() => Stick)[] => [
  folder,
  ...(canServe() ? [fat] : []),
  ...(canServe() && process.getuid?.() === 0 && fs.existsSync('/dev/loop-control') ? [exfat] : []),
];
