import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, copyFolder, newFolder, open } from '#tests/integration/vault-kit';
import {
  allOf,
  below,
  DB,
  filledVault,
  hurtEach,
  importPeople,
  outcome,
  type Whole,
} from './damage-kit';
import { withCaseFile } from './kit';

const PAGE = 4096;

let whole: Whole;
beforeAll(async () => {
  whole = await filledVault();
});

const pageOf = (bytes: Uint8Array, page: number): Uint8Array =>
  bytes.subarray(page * PAGE, (page + 1) * PAGE);

/** What a check of everything says is wrong. */
const faultsIn = (dir: string): Promise<readonly string[]> =>
  withCaseFile(dir, async (file) => {
    const { steps } = await file.verify(() => undefined);
    return steps.flatMap(({ faults }) => faults.map(({ code }) => code));
  });

describe('an older state put back', () => {
  it('of one page gives the values of now, or is told by the anchor or a check of the vault', async () => {
    const dir = copyFolder(whole.dir);
    await importPeople(dir, 'Later');
    const file = path.join(dir, DB);
    const anchors = { dir: newFolder() };
    (await open(dir, { anchors })).close();
    const [then, now] = [fs.readFileSync(path.join(whole.dir, DB)), fs.readFileSync(file)];
    const said = await allOf(dir);
    const pages = [...Array(Math.min(now.length, then.length) / PAGE).keys()];
    const changed = pages.filter((page) => Buffer.compare(pageOf(now, page), pageOf(then, page)));
    expect(changed.length).toBeGreaterThan(20);
    const counts = await hurtEach(
      dir,
      file,
      changed.map((page) => (bytes) => {
        const out = Uint8Array.from(bytes);
        out.set(pageOf(then, page), page * PAGE);
        return out;
      }),
      async (at) => {
        const read = await outcome(at, said);
        if (read !== 'other') return read;
        const code = await codeOf(
          open(copyFolder(at), { anchors }).then((vault) => {
            vault.close();
          }),
        );
        return code === 'none'
          ? ((await faultsIn(copyFolder(at)))[0] ?? 'wrong, and nothing says so')
          : code;
      },
    );
    expect(counts).not.toHaveProperty('wrong, and nothing says so');
    expect(Object.keys(counts).filter((code) => code.startsWith('not coded'))).toEqual([]);
  });

  it('of the whole folder, or of the end of the log alone, is told by the anchor', async () => {
    const anchors = { dir: newFolder() };
    const dir = copyFolder(whole.dir);
    (await open(dir, { anchors })).close();
    const before = copyFolder(dir);
    const vault = await open(dir, { anchors });
    vault.audit.append('sample', 'row/1');
    vault.close();
    expect(await codeOf(open(before, { anchors }))).toBe('vault/rollback');
    const cut = copyFolder(dir);
    const hand = await open(cut);
    hand.db.exec('DROP TRIGGER audit_no_delete');
    hand.db.exec(
      "DELETE FROM audit WHERE seq >= (SELECT seq FROM audit WHERE object_ref = 'row/1')",
    );
    hand.close();
    expect(await codeOf(open(cut, { anchors }))).toBe('vault/rollback');
    (await open(dir, { anchors })).close();
  });
});

describe('the log of a vault, edited by somebody who holds its key', () => {
  it.each([
    "action = 'x'",
    "object_ref = 'x'",
    'ts_ms = ts_ms + 1',
    'actor = device',
    'details = \'{"a":1}\'',
  ])('tells the row: %s', async (change) => {
    const dir = copyFolder(whole.dir);
    const vault = await open(dir);
    vault.db.exec('DROP TRIGGER audit_no_update');
    const seq = 2 + below(2);
    vault.db.exec(`UPDATE audit SET ${change} WHERE seq = ${String(seq)}`);
    vault.close();
    expect(await outcome(dir, whole.said)).toBe('audit/broken');
  });
});
