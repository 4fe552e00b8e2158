import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rihai, type RunOptions } from '#tests/fixtures/cli/run';
import { markFinder } from '#tests/fixtures/marks';
import { copyOfVault, filesOf, newFolder, PASSPHRASE } from '#tests/integration/vault-kit';
import { access, peopleLines, startImport } from './kit';

// Words that stand nowhere else; each is looked for in three spellings.
const MARKS = {
  name: 'Qandeelmark Farzi',
  note: 'zzNoteCanary41',
  file: 'sealedcanary-memo.txt',
  text: 'xylocanary testimony',
  search: 'vibrantcanary',
  passphrase: PASSPHRASE,
  urdu: 'خفیہ نشان',
};

const { spelled, marksIn } = markFinder(Object.values(MARKS));
const nameOf = (mark: string): string =>
  Object.entries(MARKS).find(([, one]) => one === mark)?.[0] ?? '';

/** Marks found in the files, and the names of files, below some folders. */
function findMarks(folders: readonly string[]): string[] {
  const found: string[] = [];
  for (const file of folders.flatMap(filesOf)) {
    const inName = Object.values(MARKS).filter((mark) => path.basename(file).includes(mark));
    for (const mark of new Set([...marksIn(fs.readFileSync(file)), ...inName]))
      found.push(`${nameOf(mark)} in ${path.basename(file)}`);
  }
  return found;
}

describe('nothing readable on the disk', () => {
  let vault: string;
  let home: string;
  let temporary: string;
  let options: RunOptions;
  let credentials: readonly string[];
  let attached: string;
  const run = (...args: readonly string[]) => rihai(args, options);

  beforeAll(async () => {
    vault = await copyOfVault();
    [home, temporary] = [newFolder(), newFolder()];
    options = {
      env: { HOME: home, TMPDIR: temporary, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home },
      cwd: home,
    };
    credentials = access(vault);
    attached = path.join(newFolder(), MARKS.file);
    fs.writeFileSync(attached, `Sample. ${MARKS.text}\n`);
  });

  it('finds a mark that does lie in the open', () => {
    const folder = newFolder();
    for (const { bytes } of spelled.filter(({ mark }) => mark === MARKS.note)) {
      fs.writeFileSync(
        path.join(folder, 'planted'),
        Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]),
      );
      expect(findMarks([folder])).toEqual(['note in planted']);
    }
    fs.writeFileSync(
      path.join(folder, 'planted'),
      Buffer.from(`a${MARKS.text}b`).toString('base64'),
    );
    expect(findMarks([folder])).toEqual(['text in planted']);
  });

  it('holds after use: import, attach, search, list, history, verify', async () => {
    const person = {
      kind: 'person',
      id: 'p',
      names: [{ text: MARKS.name }, { text: MARKS.urdu }],
      notes: `${MARKS.note} ${MARKS.search}`,
    };
    const imported = await rihai(['import', ...credentials, '-'], {
      ...options,
      input: JSON.stringify(person),
    });
    expect(imported.exit).toBe(0);
    expect((await run('attach', ...credentials, attached)).exit).toBe(0);
    const search = await run('search', ...credentials, MARKS.search);
    expect(search.stdout).toContain(MARKS.name);
    expect((await run('search', ...credentials, 'xylocanary')).stdout).toContain('testimony');
    expect((await run('list', ...credentials, 'person')).stdout).toContain(MARKS.name);
    expect((await run('verify', ...credentials)).exit).toBe(0);
    expect(findMarks([vault, home, temporary])).toEqual([]);
  });

  it('holds after kill -9 in the middle of an import', async () => {
    const lines = path.join(newFolder(), 'many.jsonl');
    fs.writeFileSync(lines, peopleLines(3000, MARKS.name));
    const running = startImport([...credentials, lines], (batches) => {
      if (batches === 2) running.child.kill('SIGKILL');
    });
    await running.exit;
    expect(running.acknowledged.length).toBeLessThan(3000);
    expect(fs.readdirSync(vault).some((name) => name.endsWith('-wal'))).toBe(true);
    expect(findMarks([vault, home, temporary])).toEqual([]);
  });
});
