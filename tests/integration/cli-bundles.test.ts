import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cliVault, jsonLines, PEOPLE, type CliVault } from '#tests/fixtures/cli/vault';
import type { Ran } from '#tests/fixtures/cli/run';

type Desk = ReturnType<CliVault['copy']>;

let counsel: Desk;
let committee: Desk;
let file: (name: string) => string;

const json = (ran: Ran): Record<string, unknown> => {
  expect([ran.exit, ran.stderr]).toEqual([0, '']);
  return ran.json() as Record<string, unknown>;
};

/** The id of the person of this name, as both desks know them. */
async function personId(desk: Desk, name: string): Promise<string> {
  const looked = await desk.run(['bundle', 'make', '--to-self', '--preview', '--json']);
  const { records } = json(looked) as { records: { id: string; label: string }[] };
  return records.find(({ label }) => label === name)?.id ?? '';
}

beforeAll(async () => {
  const [one, other] = await Promise.all([cliVault(), cliVault()]);
  file = (name) => one.file(name);
  counsel = one.copy();
  committee = other.copy();
  await counsel.run(['import', '-'], { input: jsonLines(PEOPLE) });
  // The copies are new to this machine, which says so once.
  await Promise.all([counsel.run(['list', 'cases']), committee.run(['list', 'cases'])]);
});

describe('two desks on the command line', () => {
  it('exchange cards, which count only once all digits were compared', async () => {
    for (const [desk, name] of [
      [counsel, 'counsel.rhc'],
      [committee, 'committee.rhc'],
    ] as const)
      json(await desk.run(['card', 'export', '--out', file(name), '--json']));
    const { svg } = json(await counsel.run(['card', 'qr', '--json'])) as { svg: string };
    expect(svg).toContain('<svg');

    for (const [desk, other] of [
      [counsel, 'committee.rhc'],
      [committee, 'counsel.rhc'],
    ] as const) {
      const { card } = json(await desk.run(['card', 'add', file(other), '--json'])) as {
        card: { id: string; digits: string[]; state: string };
      };
      expect(card.state).toBe('unverified');
      const verify = (digits: string) =>
        desk.run(['card', 'verify', card.id, '--by', 'voice', '--digits', digits, '--json']);
      const wrong = await verify(card.digits.toReversed().join(' '));
      expect([wrong.exit, wrong.json()]).toMatchObject([3, { error: { code: 'card/digits' } }]);
      expect(json(await verify(card.digits.join(' ')))).toMatchObject({ state: 'verified' });
    }
    const again = await counsel.run(['card', 'add', file('committee.rhc'), '--json']);
    expect([again.exit, again.json()]).toMatchObject([3, { error: { code: 'card/known' } }]);
    const own = await counsel.run(['card', 'add', file('counsel.rhc'), '--json']);
    expect([own.exit, own.json()]).toMatchObject([3, { error: { code: 'card/own' } }]);
    expect((await counsel.run(['card', 'list'])).stdout).toContain('by voice');
  });

  it('make a bundle of exactly what was seen, take it in, and send a receipt back', async () => {
    const to = ['bundle', 'make', '--to', 'Sample Vakil', '--json'];
    const seen = json(await counsel.run([...to, '--preview'])) as {
      token: string;
      records: unknown[];
    };
    expect(seen.records).toHaveLength(PEOPLE.length);
    const out = file('refresh.rihai');
    const stale = await counsel.run([...to, '--out', out, '--seen', 'an older one']);
    expect([stale.exit, existsSync(out)]).toEqual([3, false]);
    const made = json(await counsel.run([...to, '--out', out, '--seen', seen.token]));
    expect(made).toMatchObject({ seq: 1, records: PEOPLE.length });
    expect(readFileSync(out).subarray(0, 21).toString()).toBe('age-encryption.org/v1');

    const shown = json(await committee.run(['bundle', 'show', out, '--json']));
    expect(shown).toMatchObject({ from: 'Sample Vakil', arrival: { sender: 'verified' } });
    const receipt = file('receipt.rhr');
    const taken = await committee.run(['bundle', 'take', out, '--receipt', receipt, '--json']);
    expect(json(taken)).toMatchObject({ outcome: 'all', conflicts: 0, setAside: [] });
    expect(json(await counsel.run(['bundle', 'receipt', receipt, '--json']))).toMatchObject({
      ...{ outcome: 'all', isVerified: true },
    });
    const listed = json(await counsel.run(['bundle', 'list', '--json']));
    expect(listed).toMatchObject({ sent: [{ seq: 1, receipts: [{ outcome: 'all' }] }] });
    expect((await counsel.run(['bundle', 'list'])).stdout).toContain('1 card');
  });

  it('make the same again for the same, as things stand now', async () => {
    const { sent } = json(await counsel.run(['bundle', 'list', '--json'])) as {
      sent: { id: string; to: string[] }[];
    };
    const [first] = sent;
    const again = ['bundle', 'make', '--again', String(first?.id.slice(0, 8)), '--json'];
    const { records } = json(await counsel.run([...again, '--preview'])) as { records: unknown[] };
    expect(records).toHaveLength(PEOPLE.length);
    const made = json(await counsel.run([...again, '--out', file('again.rihai')]));
    expect(made).toMatchObject({ records: PEOPLE.length });
    const listed = json(await counsel.run(['bundle', 'list', '--json'])) as { sent: unknown[] };
    expect(listed.sent[0]).toMatchObject({ id: made['id'], to: first?.to });
    const both = await counsel.run([...again, '--to', 'Sample Vakil', '--preview']);
    const none = await counsel.run(['bundle', 'make', '--again', 'ffff', '--preview', '--json']);
    expect([both.exit, none.exit]).toEqual([2, 3]);
    const shown = json(await committee.run(['bundle', 'show', file('again.rihai'), '--json']));
    expect(shown).toMatchObject({ arrival: { sender: 'verified' }, coming: { records: [] } });
  });

  it('keep both values where both wrote, settle, and undo a whole bundle', async () => {
    const [ours, theirs] = await Promise.all([
      personId(counsel, 'Sample Khayali'),
      personId(committee, 'Sample Khayali'),
    ]);
    expect(ours).toBe(theirs);
    const edit = (desk: Desk, note: string) =>
      desk.run(['import', '-', '--json'], {
        input: jsonLines([{ kind: 'person', id: ours, notes: note }]),
      });
    await edit(counsel, 'by counsel');
    await edit(committee, 'by them');
    const out = file('second.rihai');
    json(await counsel.run(['bundle', 'make', '--to', 'Sample Vakil', '--out', out, '--json']));
    const taken = json(await committee.run(['bundle', 'take', out, '--json']));
    const listed = (await committee.run(['conflicts'])).stdout;
    expect([taken['conflicts'], listed]).toEqual([1, expect.stringContaining('by them')]);
    expect(listed).toContain('by counsel');
    json(
      await committee.run([
        ...['conflicts', '--record', ours, '--field', 'notes', '--value', '"both"', '--json'],
      ]),
    );
    expect((await committee.run(['conflicts'])).stdout).toBe('No conflict is open.\n');
    const undone = json(await committee.run(['bundle', 'undo', String(taken['id']), '--json']));
    // The settled value rests on what the bundle brought, so that stays.
    expect(undone).toMatchObject({ kept: [{ path: 'notes' }] });
  });

  it('settle many conflicts at once, with what a bundle or this desk says', async () => {
    const ids = await Promise.all(
      ['Sample Khayali', 'Sample Farzi'].map((name) => personId(counsel, name)),
    );
    const edit = (desk: Desk, occupation: string) =>
      desk.run(['import', '-', '--json'], {
        input: jsonLines(ids.map((id) => ({ kind: 'person', id, occupation }))),
      });
    await edit(counsel, 'weaver');
    await edit(committee, 'potter');
    const out = file('third.rihai');
    json(await counsel.run(['bundle', 'make', '--to', 'Sample Vakil', '--out', out, '--json']));
    const taken = json(await committee.run(['bundle', 'take', out, '--json']));
    expect(taken['conflicts']).toBe(2);
    const settle = (from: string) => committee.run(['conflicts', '--all', from, '--json']);
    expect((await settle('ffff')).exit).toBe(3);
    const done = json(await settle(String(taken['id']).slice(0, 8)));
    const { settled } = done as { settled: { value: string }[] };
    expect(settled.map(({ value }) => value)).toEqual(['weaver', 'weaver']);
    expect(done).toMatchObject({ left: 0 });
    expect((await committee.run(['conflicts'])).stdout).toBe('No conflict is open.\n');
    const mixed = await committee.run(['conflicts', '--all', 'here', '--record', ids[0] ?? '']);
    expect(mixed.exit).toBe(2);
  });

  it('refuse by code and exit: a cut bundle, a stranger’s, wrong words, a seized desk', async () => {
    const whole = readFileSync(file('refresh.rihai'));
    writeFileSync(file('cut.rihai'), whole.subarray(0, whole.length - 7));
    const cut = await committee.run(['bundle', 'take', file('cut.rihai'), '--json']);
    expect([cut.exit, cut.json()]).toMatchObject([5, { error: { code: 'bundle/damaged' } }]);
    const own = await counsel.run(['bundle', 'show', file('refresh.rihai'), '--json']);
    expect([own.exit, own.json()]).toMatchObject([3, { error: { code: 'bundle/not-for-you' } }]);

    const out = file('words.rihai');
    const made = json(await counsel.run(['bundle', 'make', '--words', '--out', out, '--json']));
    const words = String(made['words']).split(' ');
    expect(words).toHaveLength(8);
    const open = (text: string) => {
      writeFileSync(file('words'), `${text}\n`, { mode: 0o600 });
      return committee.run(['bundle', 'show', out, '--words-file', file('words'), '--json']);
    };
    const wrong = await open(words.toReversed().join(' '));
    expect([wrong.exit, wrong.json()]).toMatchObject([4, { error: { code: 'bundle/passphrase' } }]);
    expect(json(await open(words.join(' ')))).toMatchObject({ seq: 5 });

    const [date, notice] = ['2026-11-01', file('seized.rhn')];
    const seized = await committee.run([
      ...['card', 'seized', 'Sample Vakil', '--date', date, '--out', notice, '--json'],
    ]);
    expect(json(seized)).toMatchObject({
      card: { seized: { lastTrustedMs: expect.any(Number) as number } },
    });
    const later = file('later.rihai');
    json(await counsel.run(['bundle', 'make', '--to', 'Sample Vakil', '--out', later, '--json']));
    const held = await committee.run(['bundle', 'take', later, '--json']);
    expect([held.exit, held.json()]).toMatchObject([3, { error: { code: 'bundle/held' } }]);
  });
});
