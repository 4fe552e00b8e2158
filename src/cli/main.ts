import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '#shared/errors/codes';
import { systemClock } from '#core/kernel/ports';
import { asAppError, report } from './failure';
import { runProgram } from './program';
import { userDataDir } from './user-data';
import { askSecretOnTerminal } from './secret-prompt';

// The program runs as out/main/rihai.js; what ships with it lies beside `out`.
const root = join(import.meta.dirname, '..', '..');

// On a Node below Node-API 10 the database driver does not fail, it crashes.
if (Number(process.versions['napi']) < 10) {
  process.stderr.write('rihai: needs Node 24; start it as "npx rihai", which finds it\n');
  process.exit(EXIT.internal);
}

const context = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY,
  resourcesDir: join(root, 'resources'),
  kdfProgram: join(import.meta.dirname, 'kdf.js'),
  readerProgram: join(import.meta.dirname, 'reader.js'),
  anchorsDir: join(userDataDir(process.platform, process.env, homedir()), 'anchors'),
  clock: systemClock,
  askSecret: askSecretOnTerminal,
};

const versionOf = (): string => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
};

// A reader may stop listening (`| head`). An import then has not told all it would:
// it ends, without a word, and not as if all were well. What it told is durable.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.internal : EXIT.disk);
});

// Whatever was not foreseen ends here: without its own words, which may hold case text.
const end = (error: unknown): void => {
  process.exitCode = report(context, asAppError(error), process.argv.includes('--json'));
};
process.on('uncaughtException', (error) => {
  end(error);
  process.exit();
});

void runProgram(context, process.argv.slice(2), versionOf()).then((exit) => {
  process.exitCode = exit;
}, end);
