import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCaseFile, readInProcess, type CaseFile } from '#core/app/index';
import { utf8 } from '#core/kernel/bytes';
import { READER_LIMITS } from '#shared/reading/messages';
import { buildChild } from '#tests/fixtures/built-child';
import { docxOf, zipOf } from '#tests/fixtures/office';
import { endlessPdf, tinyPdf } from '#tests/fixtures/pdf';
import { codeOf, copyOfVault, newFolder, open, streamOf } from './vault-kit';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PDF = 'application/pdf';

let program: string;
beforeAll(async () => {
  program = await buildChild(path.resolve('src/worker/reader.ts'));
});

/** A program in the place of the reader. */
function standIn(source: string): string {
  const file = path.join(newFolder(), 'reader.cjs');
  fs.writeFileSync(file, source);
  return file;
}

const SHORT = { ...READER_LIMITS, silentMs: 1500, memoryBytes: 256 * 1024 * 1024 };
const read = (bytes: Uint8Array, mediaType: string, file = program, limits = READER_LIMITS) =>
  readInProcess(file, limits)({ mediaType, bytes: streamOf(bytes) });

const SAYS = `process.on('message', (message) => { if (message.type !== 'whole') process.send({ type: 'progress' }); else whole(); });\n`;

describe('the reader process', () => {
  it('takes the words out of a Word file and of a PDF, page by page', async () => {
    expect(await read(docxOf(['A sample letter.', 'محمد خیالی']), WORD)).toBe(
      'A sample letter.\nمحمد خیالی\n',
    );
    const pdf = tinyPdf(['Sample order', 'Second page'], {
      script: 'app.launchURL("https://rihai.example/")',
    });
    expect(await read(pdf, PDF)).toBe('Sample order\fSecond page');
  });

  it.each([
    ['a damaged PDF', PDF, tinyPdf(['x']).subarray(0, 40), 'read/damaged'],
    ['noise that says it is a PDF', PDF, new Uint8Array(5000).fill(37), 'read/damaged'],
    ['a Word file cut short', WORD, docxOf(['x']).subarray(0, 200), 'read/damaged'],
    [
      'a Word file that unpacks to far more than it is',
      WORD,
      zipOf({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': new Uint8Array(30_000_000).fill(32),
      }),
      'read/limit',
    ],
    [
      'a Word file with declarations',
      WORD,
      zipOf({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>',
      }),
      'read/doctype',
    ],
  ])('refuses %s', async (_what, mediaType, bytes, code) => {
    expect(await codeOf(read(bytes, mediaType))).toBe(code);
  });

  it.each([
    ['stands still', 'function whole() { for (;;); }', 'read/slow'],
    [
      'grows too large',
      'const held = []; function whole() { setInterval(() => held.push(Buffer.alloc(64 << 20, 1)), 20); }',
      'read/memory',
    ],
    ['dies', 'function whole() { process.exit(3); }', 'read/died'],
    [
      'says what no reader says',
      'function whole() { process.send({ type: "keys" }); }',
      'read/died',
    ],
    [
      'says an error that is not of reading',
      'function whole() { process.send({ type: "failed", code: "vault/passphrase", params: {} }); }',
      'read/died',
    ],
    ['is not there', undefined, 'read/died'],
  ])('is ended where it %s', async (_what, source, code) => {
    const file = source === undefined ? path.join(newFolder(), 'none.cjs') : standIn(SAYS + source);
    expect(await codeOf(read(utf8('x'), PDF, file, SHORT))).toBe(code);
  });

  it('is ended at a real document that is never done', async () => {
    expect(await codeOf(read(endlessPdf(), PDF, program, SHORT))).toBe('read/slow');
  });

  it('can open no file, start no process and load no library', async () => {
    const secret = path.join(newFolder(), 'secret.txt');
    fs.writeFileSync(secret, 'a name');
    const tries = `function whole() {
      const tried = [
        () => require('node:fs').readFileSync(${JSON.stringify(secret)}),
        () => require('node:fs').writeFileSync(${JSON.stringify(`${secret}.out`)}, 'x'),
        () => require('node:child_process').execFileSync('true'),
        () => new (require('node:worker_threads').Worker)('1', { eval: true }),
        () => process.dlopen({ exports: {} }, 'x.node'),
      ].map((one) => { try { one(); return 'DONE'; } catch (error) { return error.code; } });
      process.send({ type: 'text', text: tried.join(' ') });
    }`;
    const said = await read(utf8('x'), PDF, standIn(SAYS + tries));
    expect(said).not.toContain('DONE');
    expect(said.split(' ').slice(0, 4)).toEqual(Array(4).fill('ERR_ACCESS_DENIED'));
    expect(fs.existsSync(`${secret}.out`)).toBe(false);
  });
});

describe('documents whose words are read elsewhere', () => {
  let file: CaseFile;
  beforeAll(async () => {
    const vault = await open(await copyOfVault());
    const readDocument = readInProcess(program);
    file = openCaseFile(vault, { resourcesDir: path.resolve('resources'), readDocument });
  });
  afterAll(() => {
    file.vault.close();
  });
  const attach = (bytes: Uint8Array, originalName: string) =>
    file.documents.attach(
      { bytes: streamOf(bytes), sizeBytes: bytes.length },
      { originalName, about: [] },
    );
  const found = (text: string) =>
    file.search(text, {}).groups.flatMap(({ hits }) => hits.map(({ id, page }) => [id, page]));

  it('are found by a word within, on its page', async () => {
    const letter = await attach(docxOf(['The windscreen was broken.']), 'letter.docx');
    const order = await attach(tinyPdf(['Sample order', 'The bicycle was kept']), 'order.pdf');
    expect(letter).toMatchObject({ textPages: 1, isTextCut: false });
    expect(letter.textFault).toBeUndefined();
    expect(order).toMatchObject({ textPages: 2, mediaType: PDF });
    expect(found('windscreen')).toEqual([[letter.id, 1]]);
    expect(found('bicycle')).toEqual([[order.id, 2]]);
  });

  it('are kept where they cannot be read, and say why they are not searched', async () => {
    const bomb = zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': new Uint8Array(30_000_000).fill(32),
    });
    const kept = await attach(bomb, 'bomb.docx');
    expect(kept).toMatchObject({ textPages: 0, textFault: { code: 'read/limit' } });
    expect(file.records.get(kept.id)).toMatchObject({ kind: 'document' });
    const scan = await attach(tinyPdf(['']), 'scan.pdf');
    expect(scan.textPages).toBe(0);
    expect(scan.textFault).toBeUndefined();
  });

  it('are read where they came without their words', async () => {
    const late = openCaseFile(file.vault, { resourcesDir: path.resolve('resources') });
    const bytes = docxOf(['Only the umbrella came.']);
    const { id } = await late.documents.attach(
      { bytes: streamOf(bytes), sizeBytes: bytes.length },
      { originalName: 'late.docx', about: [] },
    );
    expect(found('umbrella')).toEqual([]);
    expect(await file.documents.readTexts([id])).toBe(1);
    expect(found('umbrella')).toEqual([[id, 1]]);
  });
});
