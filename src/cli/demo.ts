import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '#shared/errors/app-error';
import { EXIT } from '#shared/errors/codes';
import { systemClock } from '#core/kernel/ports';
import { generatePassphrase, loadSodium, readSamples, sodiumRandom } from '#core/app/index';
import type { Context } from './context';
import { demoFolder, prepareFolder, writePassphrase, type DemoFolder } from './demo/folder';
import { endText, startText } from './demo/words';
import { CommandFailed, demoShell } from './demo/shell';
import { tellStory } from './demo/story';
import { report } from './failure';
import { askSecretOnTerminal } from './secret-prompt';
import { userDataDir } from './user-data';

const USAGE = `Usage: npm run demo -- [--dir <folder>]

Makes a sample vault with invented cases and shows the main job of Rihai on it.

  --dir <folder>  where to make it (./rihai-demo)
  --help          this text
`;

// The demo runs as out/main/demo.js; what ships with it lies beside `out`.
const root = join(import.meta.dirname, '..', '..');

const context: Context = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY,
  resourcesDir: join(root, 'resources'),
  kdfProgram: join(import.meta.dirname, 'kdf.js'),
  readerProgram: join(import.meta.dirname, 'reader.js'),
  anchorsDir: join(userDataDir(process.platform, process.env, homedir()), 'anchors'),
  clock: systemClock,
  askSecret: askSecretOnTerminal,
};

function readOptions(): { readonly dir: string; readonly isHelp: boolean } {
  try {
    const { values } = parseArgs({
      options: { dir: { type: 'string', default: 'rihai-demo' }, help: { type: 'boolean' } },
    });
    return { dir: resolve(values.dir), isHelp: values.help === true };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'the options could not be read';
    throw new AppError('usage', { reason }, cause);
  }
}

const versionOf = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

const NEEDED_NODE_API = 10;

/** On an older Node the database driver would crash without a word. */
const isNodeTooOld = (): boolean => Number(process.versions['napi']) < NEEDED_NODE_API;

async function demo(folder: DemoFolder): Promise<void> {
  const samples = readSamples(join(context.resourcesDir, 'samples'));
  const { isRemade } = prepareFolder(folder);
  await loadSodium();
  writePassphrase(folder.passphrase, generatePassphrase(sodiumRandom));
  context.out(startText(folder, samples.referenceDay, isRemade));
  const caseId = await tellStory({
    folder,
    samples,
    run: demoShell(context, versionOf()),
    say: context.out,
  });
  context.out(endText(folder, caseId));
}

async function main(): Promise<number> {
  if (isNodeTooOld()) {
    context.err('rihai: The demo needs Node 24. Start it with "npm run demo", which has it.\n');
    return EXIT.usage;
  }
  try {
    const { dir, isHelp } = readOptions();
    if (isHelp) context.out(USAGE);
    else await demo(demoFolder(dir));
    return EXIT.ok;
  } catch (error) {
    return error instanceof CommandFailed ? error.exit : report(context, error, false);
  }
}

// A reader that closes early (`| head`) has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.disk);
});

void main().then((exit) => {
  process.exitCode = exit;
});
