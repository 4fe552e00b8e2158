import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cliVault, jsonLines, PEOPLE, type CliVault } from '#tests/fixtures/cli/vault';
import type { Ran } from '#tests/fixtures/cli/run';

type Desk = ReturnType<CliVault['copy']>;
type Json = Record<string, unknown>;

let one: CliVault;
let counsel: Desk;
let committee: Desk;
let place: string;

const json = (ran: Ran): Json => {
  expect([ran.exit, ran.stderr]).toEqual([0, '']);
  return ran.json() as Json;
};

const code = (ran: Ran): unknown => (ran.json() as { error?: { code: string } }).error?.code;

/** Hands the card of one desk to the other, who compares its digits and puts it into a group. */
async function know(here: Desk, there: Desk, name: string): Promise<void> {
  const card = one.file(name);
  json(await there.run(['card', 'export', '--out', card, '--json']));
  const added = json(await here.run(['card', 'add', card, '--json'])) as {
    card: { id: string; digits: string[] };
  };
  const { id, digits } = added.card;
  const verify = ['card', 'verify', id, '--by', 'person', '--digits', digits.join(' '), '--json'];
  json(await here.run(verify));
  json(await here.run(['card', 'group', 'Committee', '--add', id, '--json']));
}

const sync = async (desk: Desk, ...more: readonly string[]): Promise<Json> => {
  const { folders } = json(await desk.run(['folder', 'sync', ...more, '--json'])) as {
    folders: readonly Json[];
  };
  return folders[0] ?? {};
};

const personOf = async (desk: Desk): Promise<string> => {
  const { records } = json(await desk.run(['list', 'person', '--json'])) as {
    records: { id: string }[];
  };
  return records[0]?.id ?? '';
};

beforeAll(async () => {
  const [first, other] = await Promise.all([cliVault(), cliVault()]);
  one = first;
  counsel = first.copy();
  committee = other.copy();
  await counsel.run(['import', '-'], { input: jsonLines(PEOPLE) });
  // The copies are new to this machine, which says so once.
  await Promise.all([counsel.run(['list', 'cases']), committee.run(['list', 'cases'])]);
  await know(counsel, committee, 'committee.rhc');
  await know(committee, counsel, 'counsel.rhc');
  place = first.file('shared');
  mkdirSync(place);
});

const add = (desk: Desk, dir = place, ...more: readonly string[]) =>
  desk.run([
    'folder',
    'add',
    dir,
    '--group',
    'Committee',
    '--purpose',
    'counsel',
    ...more,
    '--json',
  ]);

describe('a shared folder on the command line', () => {
  it('is set up, and not where it cannot be', async () => {
    const none = await counsel.run(['folder', 'sync', '--json']);
    expect([code(none), none.exit]).toEqual(['usage', 2]);
    expect((await counsel.run(['folder', 'list'])).stdout).toContain('No shared folder');
    expect(code(await add(counsel, one.file('nowhere')))).toBe('folder/unreachable');
    expect(code(await add(counsel, counsel.dir))).toBe('folder/inside');
    const added = json(await add(counsel, place, '--part', '1'));
    expect(added).toMatchObject({ group: 'Committee', level: 'privileged', partBytes: 1_048_576 });
    expect(code(await add(counsel))).toBe('folder/known');
    json(await add(committee));
    expect((await committee.run(['folder', 'list'])).stdout).toMatch(/Committee.*never/u);
  });

  it('carries everything over, in pieces, and tells who has not taken it', async () => {
    const paper = one.file('order.txt');
    writeFileSync(paper, 'An invented order. '.repeat(150_000));
    json(await counsel.run(['attach', paper, '--about', await personOf(counsel), '--json']));
    expect(await sync(counsel)).toMatchObject({ taken: [], sent: { files: 1, bundles: 2 } });
    // Longer than a piece: cut, and nothing longer lies there.
    expect(readdirSync(place).length).toBeGreaterThan(4);
    expect((await counsel.run(['folder', 'list'])).stdout).toContain('has not taken');
    const came = await sync(committee);
    expect(came).toMatchObject({ taken: [{ files: 1, asking: 0 }], waits: [] });
    const [ours, theirs] = await Promise.all(
      [counsel, committee].map(async (desk) => json(await desk.run(['list', 'person', '--json']))),
    );
    expect(theirs).toEqual(ours);
    await sync(counsel);
    const text = (await counsel.run(['folder', 'sync', place])).stdout;
    expect(text).toContain('Nothing new came.');
    expect(text).toContain('Nothing new to send.');
    expect(text).not.toContain('has not taken');
    expect(json(await committee.run(['verify', '--json']))).toBeTruthy();
  });

  it('asks before a level is lowered; the answer is kept', async () => {
    const person = await personOf(counsel);
    const write = (notes: string, level?: string) =>
      counsel.run(['import', '-'], {
        input: jsonLines([
          { kind: 'person', id: person, notes, ...(level && { levels: { notes: level } }) },
        ]),
      });
    await write('for the team');
    await sync(counsel);
    await sync(committee);
    await write('for everybody', 'public');
    await sync(counsel);
    expect(await sync(committee)).toMatchObject({ taken: [{ asking: 1 }] });
    const asks = (...more: readonly string[]) => committee.run(['folder', 'asks', ...more]);
    expect((await asks()).stdout).toContain('wants to lower its level');
    const { asking } = json(await asks('--json')) as { asking: { change: string }[] };
    expect(asking).toMatchObject([{ record: person, path: 'notes', question: 'lowers-level' }]);
    expect(code(await asks('--take', 'ffffffff', '--json'))).toBe('input/not-found');
    expect(json(await asks('--refuse', asking[0]?.change ?? '', '--json'))).toEqual({ asking: [] });
    const shown = (await committee.run(['show', person])).stdout;
    expect(shown).toContain('for the team');
    expect(shown).not.toContain('for everybody');
  });

  it('says what is half there, what is not for it, and what is no stick of ours', async () => {
    writeFileSync(join(place, 'half.rihai'), 'age-encryption.org/v1\n-> X25519 cut');
    const { waits } = await sync(committee);
    expect(waits).toContainEqual({ name: 'half.rihai', reason: 'arriving' });
    expect((await committee.run(['folder', 'list'])).stdout).toContain('still being copied');
    rmSync(join(place, 'half.rihai'));

    const other = one.file('other');
    mkdirSync(other);
    json(await counsel.run(['folder', 'move', place, other, '--json']));
    expect(code(await counsel.run(['folder', 'sync', '--json']))).toBe('folder/empty');
    rmSync(other, { recursive: true });
    const gone = await counsel.run(['folder', 'sync', '--json']);
    expect(code(gone)).toBe('folder/unreachable');
    json(await counsel.run(['folder', 'move', other, place, '--json']));
    expect(await sync(counsel, place)).toMatchObject({ isCancelled: false });
  });

  it('is left, with our own files or without', async () => {
    await counsel.run(['import', '-'], {
      input: jsonLines([{ kind: 'person', id: 'z1', names: [{ text: 'Sample Farzi' }] }]),
    });
    await sync(counsel);
    const before = readdirSync(place).length;
    const left = (await counsel.run(['folder', 'remove', place, '--clear'])).stdout;
    expect(left).toContain('Our files in it were removed.');
    expect(readdirSync(place).length).toBeLessThan(before);
    expect(json(await counsel.run(['folder', 'list', '--json']))).toEqual({ folders: [] });
    expect(code(await counsel.run(['folder', 'remove', place, '--json']))).toBe('input/not-found');
  });
});
