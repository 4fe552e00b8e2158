import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rihai } from '#tests/fixtures/cli/run';
import { openCaseFile } from '#core/app/index';
import { docxOf, zipOf } from '#tests/fixtures/office';
import { tinyPdf } from '#tests/fixtures/pdf';
import { cliVault, jsonLines, PEOPLE, type CliVault } from '#tests/fixtures/cli/vault';
import { open, streamOf } from './vault-kit';

type Records = { readonly records: readonly { readonly id: string; readonly label: string }[] };

let cli: CliVault;
let vault: ReturnType<CliVault['copy']>;
let ids: readonly string[];
const PAPER = 'An invented paper, with the word windscreen in it.\n';

beforeAll(async () => {
  cli = await cliVault();
  vault = cli.copy();
  const file = cli.file('people.jsonl');
  writeFileSync(file, jsonLines(PEOPLE));
  const ran = await vault.run(['import', file, '--json']);
  expect(ran.exit).toBe(0);
  const [batch, total] = ran.lines() as [{ committed: number; ids: string[] }, unknown];
  expect(batch.committed).toBe(PEOPLE.length);
  expect(total).toEqual({ total: { committed: PEOPLE.length, unchanged: 0 } });
  ids = batch.ids;
});

const idOf = (key: string): string => ids[PEOPLE.findIndex(({ id }) => id === key)]!;

describe('a vault made on the command line', () => {
  it('gives the recovery key once, in files that only their owner can read', () => {
    const made = cli.created.json() as Record<string, unknown>;
    expect(made['recoveryKey']).toMatch(/^(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}$/u);
    expect(made['passphrase']).toBeUndefined();
    expect(statSync(cli.made).mode & 0o777).toBe(0o700);
    for (const name of ['vault.rhv', 'vault.rhv.bak', 'main-000001.db']) {
      expect(statSync(join(cli.made, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('says without a passphrase what it is, and nothing of what is in it', async () => {
    const { exit, stdout } = await rihai(['info', '--vault', vault.dir]);
    expect(exit).toBe(0);
    expect(stdout).toContain('Argon2id 64 MiB');
    expect(stdout).not.toMatch(/Sample|person|Vakil/u);
  });

  it('says with a passphrase whose hand it is and how much is in it', async () => {
    const { contents } = (await vault.run(['info', '--json'])).json() as {
      contents: { hand: { fingerprint: string }; records: readonly unknown[] };
    };
    expect(contents).toMatchObject({ hand: { name: 'Sample Vakil' }, isReadOnly: false });
    expect(contents.hand.fingerprint).toMatch(/^(\d{5} ?){8}$/u);
    expect(contents.records).toContainEqual({ kind: 'person', records: 2, trashed: 0 });
  });

  it('opens with the recovery key too', async () => {
    const file = cli.file('recovery');
    writeFileSync(file, `${cli.recoveryKey.toLowerCase().replaceAll('-', ' ')}\n`, { mode: 0o600 });
    const ran = await rihai(['info', '--vault', vault.dir, '--recovery-file', file]);
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toContain('the recovery key');
  });

  it('lists and shows records, in words and in JSON', async () => {
    const listed = (await vault.run(['list', 'person', '--json'])).json() as Records;
    expect(listed.records.map(({ label }) => label).sort()).toEqual([
      'Sample Farzi',
      'Sample Khayali',
    ]);
    const shown = await vault.run(['show', idOf('p1').slice(0, 8)]);
    expect(shown.exit).toBe(0);
    expect(shown.stdout).toContain('Sample Khayali');
    expect(shown.stdout).toContain('سیمپل خیالی');
    expect(shown.stdout).not.toMatch(/[\u2066-\u2069]/u);
    const json = (await vault.run(['show', idOf('h1'), '--json'])).json();
    expect(json).toMatchObject({
      kind: 'hold',
      fields: { person: idOf('p1'), from: { edtf: '2025-05-14T10:30' } },
    });
  });

  it('finds words in both scripts, and a Latin spelling by an Urdu one', async () => {
    for (const words of ['khayali', 'خیالی']) {
      const { exit, stdout } = await vault.run(['search', words]);
      expect(exit).toBe(0);
      expect(stdout).toContain(idOf('p1').slice(0, 8));
    }
    // Words given so are in no shell's history and no list of processes.
    const asked = await vault.run(['search', '-'], { input: 'khayali\n' });
    expect(asked.stdout).toContain(idOf('p1').slice(0, 8));
    expect((await vault.run(['search', '-', 'more'], { input: '' })).exit).toBe(2);
    expect((await vault.run(['search', 'nobodyelse'])).stdout).toBe('Nothing was found.\n');
  });

  it('takes a paper in, finds words inside it and gives its bytes back', async () => {
    const paper = cli.file('invented paper.txt');
    writeFileSync(paper, PAPER);
    const attached = await vault.run([
      'attach',
      paper,
      ...['--about', idOf('c1'), '--type', 'FIR', '--on', '2025-05', '--json'],
    ]);
    expect(attached.exit).toBe(0);
    const { documents } = attached.json() as { documents: readonly { id: string }[] };
    const document = documents[0]!.id;
    const sha256 = createHash('sha256').update(PAPER).digest('hex');
    expect(documents[0]).toMatchObject({ sha256, sizeBytes: PAPER.length, textPages: 1 });

    expect((await vault.run(['search', 'windscreen'])).stdout).toContain(document.slice(0, 8));

    const out = cli.file('out.txt');
    const extracted = await vault.run(['extract', document, '--out', out, '--json']);
    expect(extracted.json()).toMatchObject({ sha256, sizeBytes: PAPER.length });
    expect(readFileSync(out, 'utf8')).toBe(PAPER);
    expect(statSync(out).mode & 0o777).toBe(0o600);

    const outside = async (...words: readonly string[]) =>
      (await vault.run(['outside', ...words, '--json'])).json() as {
        readonly open: readonly { id: string; kind: string; place: string; seen: string }[];
      };
    expect((await outside('--check')).open).toMatchObject([
      { kind: 'original', what: 'records', seen: 'there' },
      { kind: 'original', place: realpathSync(paper), seen: 'there' },
      { kind: 'export', place: realpathSync(out), seen: 'there' },
    ]);

    writeFileSync(out, 'mine');
    const [, original, written] = (await outside('--check')).open;
    expect(written?.seen).toBe('changed');
    const refused = await vault.run(['outside', '--delete', written!.id, '--json']);
    expect(refused.json()).toMatchObject({ error: { code: 'outside/changed', exit: 3 } });
    const unsaid = await vault.run(['outside', '--close', original!.id, '--as', 'given']);
    expect(unsaid.exit).toBe(2);
    const closing = ['--as', 'given', '--note', 'Sample Vakil', '--closed'];
    const closed = await vault.run(['outside', '--close', original!.id.slice(0, 18), ...closing]);
    expect(closed.stdout).toContain('given to Sample Vakil');
    const again = await vault.run(['extract', document, '--out', out, '--json']);
    expect(again.exit).toBe(3);
    expect(again.json()).toMatchObject({ error: { code: 'input/exists' } });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await vault.run(['extract', document, '--out', out, '--force'])).exit).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(PAPER);
    expect(readdirSync(cli.root).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('reads Word files and PDF for the search, and keeps what cannot be read', async () => {
    const files = {
      'letter.docx': docxOf(['The umbrella was blue.']),
      'order.pdf': tinyPdf(['Sample order', 'The bicycle was kept']),
      'cut.pdf': tinyPdf(['A page that is cut off']).subarray(0, 60),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(cli.file(name), bytes);
    const names = Object.keys(files).map((name) => cli.file(name));
    const attached = await vault.run(['attach', ...names, '--json']);
    expect([attached.exit, attached.stderr]).toEqual([0, '']);
    const { documents } = attached.json() as { documents: readonly { readonly id: string }[] };
    expect(documents).toMatchObject([
      { textPages: 1 },
      { textPages: 2 },
      { textPages: 0, textFault: 'read/damaged' },
    ]);
    const [letter, order, cut] = documents;
    writeFileSync(
      cli.file('large.docx'),
      zipOf({ 'word/document.xml': new Uint8Array(30_000_000).fill(32) }),
    );
    // The text of the refusal has its values.
    const { stdout } = await vault.run(['attach', cli.file('large.docx')]);
    expect(stdout).toMatch(
      /text not read\s+This file goes beyond what is safe to open here: [^{]+/u,
    );
    expect(stdout).not.toContain('{');
    expect((await vault.run(['search', 'umbrella'])).stdout).toContain(letter?.id.slice(0, 8));
    const found = (await vault.run(['search', 'bicycle'])).stdout;
    expect(found).toContain(order?.id.slice(0, 8));
    expect(found).toContain('page 2');
    const out = cli.file('cut again.pdf');
    expect((await vault.run(['extract', cut?.id ?? '', '--out', out])).exit).toBe(0);
    expect(readFileSync(out).equals(files['cut.pdf'])).toBe(true);
    const said = await vault.run(['attach', cli.file('cut.pdf')]);
    expect(said.stdout).toMatch(/^text not read +.+ \(read\/damaged\)$/mu);
  });

  it('reads documents of older times for the search when it is asked to make that anew', async () => {
    const older = cli.copy();
    // As a version did it that had no reader.
    const held = await open(older.dir);
    const { documents } = openCaseFile(held, { resourcesDir: 'resources' });
    const bytes = docxOf(['Only the umbrella came.']);
    const options = { originalName: 'letter.docx', about: [] };
    const source = { bytes: streamOf(bytes), sizeBytes: bytes.length };
    const { id } = await documents.attach(source, options);
    held.close();
    expect((await older.run(['search', 'umbrella'])).stdout).toBe('Nothing was found.\n');
    const ran = await older.run(['verify', '--rebuild']);
    expect(ran.stderr).toContain('Read for the search: 1 document');
    expect(ran.stdout).toContain('The vault is whole.');
    expect((await older.run(['search', 'umbrella'])).stdout).toContain(id.slice(0, 8));
    expect((await older.run(['verify', '--rebuild'])).stderr).not.toContain('Read for');
  });

  it('says of a described document that it has no file', async () => {
    const { lines } = await vault.run(['import', '-'], {
      input: jsonLines([{ kind: 'document', id: 'd1', title: 'A paper only described' }]),
    });
    const [{ ids: made }] = lines() as [{ ids: string[] }];
    const ran = await vault.run(['extract', made[0]!, '--out', cli.file('none'), '--json']);
    expect(ran.exit).toBe(3);
    expect(ran.json()).toMatchObject({ error: { code: 'input/no-file' } });
    expect(existsSync(cli.file('none'))).toBe(false);
  });

  it('prints a brief that only its owner can read, and says what it held back', async () => {
    const out = cli.file('brief.docx');
    const day = ['--date', '2025-05-20'];
    const made = await vault.run(['export', '--case', idOf('c1'), '--out', out, ...day, '--json']);
    expect(made.exit).toBe(0);
    const sha256 = createHash('sha256').update(readFileSync(out)).digest('hex');
    expect(made.json()).toMatchObject({ sha256, template: 'brief', paper: 'a4', profile: 'court' });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const family = await vault.run([
      'export',
      ...['--person', idOf('p1'), '--profile', 'media', '--paper', 'legal', ...day],
      ...['--out', cli.file('media.docx')],
    ]);
    expect(family.exit).toBe(0);
    expect(family.stdout).toMatch(/held back +\d+ values/u);
  });

  it('undoes an action and keeps both in the history', async () => {
    await vault.run(['import', '-'], {
      input: jsonLines([{ kind: 'person', id: idOf('p2'), occupation: 'Invented work' }]),
    });
    type Entries = {
      readonly entries: readonly { action: string; path: string; value: unknown }[];
    };
    const read = async (): Promise<Entries> =>
      (
        await vault.run(['history', idOf('p2'), '--field', 'occupation', '--json'])
      ).json() as Entries;
    const [entry] = (await read()).entries;
    expect(entry).toMatchObject({ path: 'occupation', value: 'Invented work' });
    expect((await vault.run(['undo', entry!.action])).exit).toBe(0);
    expect((await read()).entries.map(({ value }) => value)).toEqual(['Invented work', null]);
    const shown = (await vault.run(['show', idOf('p2'), '--json'])).json();
    expect(shown).not.toHaveProperty('fields.occupation');
  });

  it('names a record that is not there, and one that is meant twice', async () => {
    const missing = await vault.run(['show', 'ffffffff', '--json']);
    expect([missing.exit, missing.json()]).toMatchObject([
      3,
      { error: { code: 'input/not-found' } },
    ]);
    const short = await vault.run(['show', ids[0]!.slice(0, 2), '--json']);
    expect([short.exit, short.json()]).toMatchObject([3, { error: { code: 'input/ambiguous' } }]);
  });

  it('is whole at the end', async () => {
    const { exit, json } = await vault.run(['verify', '--json']);
    expect(json()).toMatchObject({ isSound: true });
    expect(exit).toBe(0);
    expect(
      (json() as { steps: readonly { part: string }[] }).steps.map(({ part }) => part),
    ).toEqual(['header', 'pages', 'audit', 'tables', 'derived', 'attachments']);
  });
});
