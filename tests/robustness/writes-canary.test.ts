import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '#tests/fixtures/cli/run';
import { copyOfVault, filesOf, newFolder } from '#tests/integration/vault-kit';
import { access, longOrShort } from './kit';

/** Forty words that stand nowhere else. */
const MARKS = Array.from({ length: 40 }, (_, n) => `zq${String(n).padStart(2, '0')}xcanaryvwk`);
/** How often the marks are written: more of them makes the write-ahead log wrap. */
const PEOPLE = longOrShort(2000, 120);

/** UTF-8, UTF-16, and base64 at its three shifts. */
const spellings = (mark: string): readonly Buffer[] => [
  Buffer.from(mark, 'utf8'),
  Buffer.from(mark, 'utf16le'),
  ...[0, 1, 2].map((shift) => {
    const text = Buffer.from(`${'x'.repeat(shift)}${mark}`).toString('base64');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -4), 'ascii');
  }),
];
const SPELLED = MARKS.flatMap((mark) => spellings(mark).map((bytes) => ({ mark, bytes })));
const marksIn = (bytes: Buffer): readonly string[] => [
  ...new Set(SPELLED.filter((one) => bytes.includes(one.bytes)).map(({ mark }) => mark)),
];

/** A write in the trace: where its file descriptor leads, and the rest with the bytes; all in hexadecimal. */
const WRITE = /p?writev?(?:64)?\(\d+<([^>]*)>, (.*)$/gmu;
const HEX = /(?:\\x[0-9a-f]{2})+/gu;
const plain = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

/** Bytes that were written, joined for each place, so that a mark cut in two is found too. */
function written(trace: string): ReadonlyMap<string, Buffer> {
  const places = new Map<string, Buffer[]>();
  for (const [, at = '', rest = ''] of fs.readFileSync(trace, 'latin1').matchAll(WRITE)) {
    const place = at.startsWith('\\x') ? plain(at).toString('utf8') : at;
    const parts = places.get(place) ?? [];
    parts.push(...(rest.match(HEX) ?? []).map(plain));
    places.set(place, parts);
  }
  return new Map([...places].map(([place, parts]) => [place, Buffer.concat(parts)]));
}

describe('every write of the program', () => {
  it('to a file holds none of forty marks, through import, attach, search, list, backup and rotation', async () => {
    const vault = await copyOfVault();
    const [home, temporary, inputs, stick] = [newFolder(), newFolder(), newFolder(), newFolder()];
    const env = { ...process.env, HOME: home, TMPDIR: temporary, XDG_CONFIG_HOME: home };
    const places = new Set<string>();
    let bytes = 0;
    const traced = (...args: readonly string[]): string => {
      const trace = path.join(newFolder(), 'trace');
      const strace = ['-f', '-yy', '-xx', '-s', '70000', '-qq', '-o', trace];
      const ran = spawnSync(
        'strace',
        [
          ...strace,
          '-e',
          'trace=write,pwrite64,writev,pwritev',
          process.execPath,
          PROGRAM,
          ...args,
        ],
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
    const own = access(vault);
    traced('import', ...own, lines);
    traced('attach', ...own, paper);
    // What is shown on the terminal holds the marks: so they are there, and the search finds them.
    expect(marksIn(Buffer.from(traced('search', ...own, MARKS[3] ?? '')))).toContain(MARKS[3]);
    expect(marksIn(Buffer.from(traced('list', ...own, 'person'))).length).toBeGreaterThan(10);
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
      spawnSync('strace', [
        '-f',
        '-yy',
        '-xx',
        '-s',
        '70000',
        '-qq',
        '-o',
        trace,
        '-e',
        'trace=write,pwrite64',
        process.execPath,
        '-e',
        code,
      ]);
      const found = [...written(trace)].filter(([place]) => place === file);
      expect(found.flatMap(([, data]) => marksIn(data))).toEqual([mark]);
    }
  });
});
