import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '#tests/fixtures/cli/run';
import { atTerminal, type Answer } from '#tests/fixtures/terminal';
import { newFolder } from '#tests/integration/vault-kit';

const GUIDE = fs.readFileSync(path.join(import.meta.dirname, '../../docs/guide.md'), 'utf8');
const section = (title: string): string =>
  GUIDE.split(/^## /mu).find((one) => one.startsWith(title))!;
/** The commands of a section, block by block, word for word. */
const blocksOf = (title: string): readonly string[] =>
  [...section(title).matchAll(/^```sh\n([^`]+)^```$/gmu)].map(([, lines = '']) => lines);

/** The day after today where the cases are. */
const tomorrow = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Karachi' }).format(Date.now() + 86_400_000);

/** What one person has in hand. */
type Papers = { passphrase: string; shares: readonly string[] };

const stick = newFolder();
const papers: Papers = { passphrase: '', shares: [] };

/** The words shown below a line, set in. */
const shownBelow = (shown: string, line: RegExp): readonly string[] =>
  [...shown.matchAll(new RegExp(`${line.source}[^\\n]*\\n\\n {4}([^\\n]+)\\n`, 'gu'))].map(
    ([, words = '']) => words,
  );

/** A machine that has nothing but Rihai: an account, a folder to work in, and the stick in it. */
function laptop() {
  const home = newFolder();
  const programs = path.join(home, 'programs');
  fs.mkdirSync(programs);
  const npx = `#!/bin/sh\n[ "$1" = rihai ] && shift && exec "${process.execPath}" "${PROGRAM}" "$@"\n`;
  fs.writeFileSync(path.join(programs, 'npx'), npx, { mode: 0o755 });
  const env = {
    ...{ HOME: home, XDG_CONFIG_HOME: path.join(home, 'settings'), TMPDIR: home },
    ...{
      PATH: `${programs}:${process.env['PATH'] ?? ''}`,
      STICK: stick,
      LINES: '50',
      COLUMNS: '120',
    },
  };
  let typedShares = 0;
  const answers: readonly Answer[] = [
    { to: /Passphrase: $/u, type: () => papers.passphrase },
    // The second and the third paper: the first is in a house that nobody can enter.
    { to: /Share \d: $/u, type: () => papers.shares[1 + (typedShares++ % 2)] ?? '' },
    {
      to: /Group (\d) of 9: $/u,
      type: ([, place], shown) =>
        shownBelow(shown, /Recovery key \(shown once/u)[0]?.split('-')[Number(place) - 1] ?? '',
    },
  ];
  /** Runs one block of the guide where the stick lies at /media/stick; keeps on paper what is shown once. */
  const follow = async (lines: string): Promise<string> => {
    let all = '';
    for (const line of lines.trim().split('\n')) {
      fs.writeFileSync(path.join(home, 'line'), line);
      const root = process.getuid?.() === 0 ? '' : '--map-root-user';
      const place = `mount -t tmpfs tmpfs /media && mkdir /media/stick && mount --bind "$STICK" /media/stick`;
      const { exit, shown } = await atTerminal(
        `unshare --mount ${root} sh -ec '${place} && exec sh -e line'`,
        { cwd: home, env, answers },
      );
      expect([line, exit, shown]).toEqual([line, 0, shown]);
      const [passphrase] = shownBelow(shown, /Passphrase \(shown once/u);
      if (passphrase !== undefined) papers.passphrase = passphrase;
      const shares = shownBelow(shown, /Paper \d of 3/u);
      if (shares.length > 0) papers.shares = shares;
      all += shown;
    }
    return all;
  };
  return { home, follow };
}

describe('the worst night, by the words of the guide', () => {
  const office = laptop();

  beforeAll(async () => {
    const [make = ''] = blocksOf('Make a vault');
    await office.follow(make);
    const hearing = { proceeding: 'pr1', purpose: 'Bail', status: 'fixed' };
    const list = [
      { kind: 'case', id: 'c1', title: 'Sample v. State', pack: 'pk', regime: 'ordinary' },
      { kind: 'proceeding', id: 'pr1', case: 'c1', type: 'bail', courtTitle: 'Sample Court' },
      {
        kind: 'hearing',
        id: 'd1',
        ...hearing,
        on: { edtf: `${tomorrow()}T09:30`, zone: 'Asia/Karachi' },
      },
    ];
    fs.writeFileSync(
      path.join(office.home, 'list.jsonl'),
      list.map((one) => JSON.stringify(one)).join('\n'),
    );
    await office.follow('npx rihai import list.jsonl --vault ./office --namespace office');
    const night = blocksOf('Before the worst night');
    for (const block of night.slice(0, -1)) await office.follow(block);
  });

  it('ends with the list of tomorrow on the third machine, from a stick and two papers of three', async () => {
    expect(papers.shares).toHaveLength(3);
    const before = papers.passphrase;
    // Two machines are gone with all that was on them, and the words with whoever knew them.
    fs.rmSync(office.home, { recursive: true });
    papers.passphrase = 'nobody remembers these words';
    const third = laptop();
    const shown = await third.follow(blocksOf('Before the worst night').at(-1)!);
    expect(papers.passphrase.split(' ')).toHaveLength(6);
    expect(papers.passphrase).not.toBe(before);
    expect(shown).toMatch(/09:30 +Sample Court/u);
    expect(shown).toContain('Sample v. State');
  });
});
