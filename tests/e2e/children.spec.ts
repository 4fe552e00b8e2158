import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { commandFor, expect, giveAway, programRoot, test, type Home } from './kit';

const HERE = resolve(__dirname, 'children');
const SOURCES = resolve(__dirname, '../../src');
/** The adapters, and what they take from elsewhere: no part of Electron's own. */
const RESIDENT = '#shared/reading/resident';
const PARTS = { child: 'main/child.ts', resident: 'shared/reading/resident.ts' };

/** A program of Electron's that holds the adapters of `src/main/child.ts` and nothing else of ours. */
function makeProgram(home: Home): string {
  const folder = home.folder('کام program');
  for (const name of ['main.cjs', 'echo.cjs']) copyFileSync(join(HERE, name), join(folder, name));
  for (const [name, source] of Object.entries(PARTS)) {
    const { outputText } = transpileModule(readFileSync(join(SOURCES, source), 'utf8'), {
      compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
    });
    writeFileSync(join(folder, `${name}.cjs`), outputText.replace(RESIDENT, './resident.cjs'));
  }
  const manifest = { name: 'children', version: '1.0.0', main: 'main.cjs' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  giveAway(folder);
  return folder;
}

/** Runs it to its end; answers what it wrote to its standard output. */
async function run(home: Home, env: Readonly<Record<string, string>>): Promise<string> {
  const { file, args, ...options } = commandFor({ home, words: [makeProgram(home)], env });
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  await new Promise((done) => child.on('close', done));
  return said;
}

/** All that it finds in its environment: nothing of ours, and what Electron itself puts there. */
const ENVIRONMENTS = {
  utility: { RIHAI_PROCESS: 'rihai-try', DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  forked: { ELECTRON_RUN_AS_NODE: '1' },
};

for (const way of ['utility', 'forked'] as const) {
  test(`a process of the core is sent bytes, ends and is silent as it should: ${way}`, async ({
    home,
  }) => {
    const report = join(home.folder('report'), 'report.json');
    const node = join(programRoot(), 'node_modules/.bin/node');
    const said = await run(home, {
      CHILDREN: JSON.stringify([way, node, report]),
      RIHAI_SECRET: 'leaks',
    });
    expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual({
      exchange: {
        isBytes: true,
        isSame: true,
        env: ENVIRONMENTS[way],
        words: [],
        nested: { list: [1, 'دو', null], hasMissing: true },
      },
      codes: [0, 3],
      isBusyKilled: true,
    });
    expect(said).toContain('words for a developer');
    expect(said).not.toContain('words of a case');
  });
}
