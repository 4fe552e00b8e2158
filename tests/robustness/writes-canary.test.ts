import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '#tests/fixtures/cli/run';
import { markFinder, marksOf, traceOfWrites, written } from '#tests/fixtures/marks';
import { docxOf } from '#tests/fixtures/office';
import { tinyPdf } from '#tests/fixtures/pdf';
import { copyOfVault, filesOf, newFolder } from '#tests/integration/vault-kit';
import { access, longOrShort } from './kit';

const MARKS = marksOf('canary');
const { spelled: SPELLED, marksIn } = markFinder(MARKS);
/** How often the marks are written: more of them makes the write-ahead log wrap. */
const PEOPLE = longOrShort(2000, 120);

describe('every write of the program', () => {
  it('to a file holds none of forty marks, through import, attach, search, list, backup and rotation', async () => {
    const vault = await copyOfVault();
    const [home, temporary, inputs, stick] = [newFolder(), newFolder(), newFolder(), newFolder()];
    const env = { ...process.env, HOME: home, TMPDIR: temporary, XDG_CONFIG_HOME: home };
    const places = new Set<string>();
    let bytes = 0;
    const traced = (...args: readonly string[]): string => {
      const trace = path.join(newFolder(), 'trace');
      const ran = spawnSync(
        'strace',
        [...traceOfWrites(trace), process.execPath, PROGRAM, ...args],
        { env, encoding: 'utf8', cwd: home, maxBuffer: 2 ** 28 },
      );
      expect(ran.status, ran.stderr).toBe(0);
      for (const [place, data] of written(trace)) {
        if (!place.startsWith('/')) continue;
        places.add(place);
        bytes += data.length;
        expect([place, marksIn(data)]).toEqual([place, []]);
      }
      fs.rmSync(trace);
      return ran.stdout;
    };
    const lines = path.join(inputs, 'people.jsonl');
    const people = Array.from({ length: PEOPLE }, (_, n) => ({
      kind: 'person',
      id: `p${String(n)}`,
      names: [{ text: `Sample ${MARKS[n % 40] ?? ''} ${String(n)}` }],
      notes: `note ${MARKS[(n + 7) % 40] ?? ''} `.repeat(5),
    }));
    fs.writeFileSync(lines, people.map((one) => JSON.stringify(one)).join('\n'));
    const paper = path.join(inputs, `${MARKS[39] ?? ''}.txt`);
    fs.writeFileSync(paper, MARKS.join(' '));
    // These are read in a process of their own.
    const [letter, order] = ['letter.docx', 'order.pdf'].map((name) => path.join(inputs, name));
    fs.writeFileSync(letter ?? '', docxOf(MARKS));
    fs.writeFileSync(order ?? '', tinyPdf(MARKS.slice(0, 20)));
    const own = access(vault);
    traced('import', ...own, lines);
    traced('attach', ...own, paper);
    expect(traced('attach', ...own, letter ?? '', order ?? '')).toContain('20 pages of text');
    // What is shown on the terminal holds the marks: so they are there, and the search finds them.
    expect(marksIn(Buffer.from(traced('search', ...own, MARKS[3] ?? '')))).toContain(MARKS[3]);
    expect(
      marksIn(Buffer.from(traced('list', ...own, 'person', '--limit', '2000'))).length,
    ).toBeGreaterThan(10);
    traced('verify', ...own);
    traced('backup', 'make', ...own, '--folder', stick);
    traced('rotate', ...own);
    for (const file of [vault, home, temporary, stick].flatMap(filesOf)) {
      expect([file, marksIn(fs.readFileSync(file))]).toEqual([file, []]);
      expect(MARKS.some((mark) => file.includes(mark))).toBe(false);
    }
    expect(bytes).toBeGreaterThan(500_000);
    console.log(
      `${String(places.size)} files, ${String(bytes)} bytes written, 40 marks, none found`,
    );
  });

  it('is seen: a mark written in the open is found in the trace', () => {
    const trace = path.join(newFolder(), 'trace');
    const file = path.join(newFolder(), 'open');
    for (const { mark, bytes } of SPELLED.slice(0, 5)) {
      const code = `require('fs').writeFileSync(${JSON.stringify(file)}, Buffer.from('${bytes.toString('hex')}', 'hex'))`;
      spawnSync('strace', [...traceOfWrites(trace), process.execPath, '-e', code]);
      const found = [...written(trace)].filter(([place]) => place === file);
      expect(found.flatMap(([, data]) => marksIn(data))).toEqual([mark]);
    }
  });
});
