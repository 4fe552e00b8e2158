import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { auditHash } from '#core/audit/audit-log';
import { signCheckpoint, type Checkpoint } from '#core/audit/checkpoint';
import { makeBackup, restoreBackup } from '#core/backup/index';
import { utf8 } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import { systemClock } from '#core/kernel/ports';
import { auditStore } from '#core/db/repositories/audit-store';
import { ownIdentity } from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';
import { stateOf } from '#core/vault/vault-state';
import {
  copyFolder,
  copyOfVault,
  deriveOnce,
  newFolder,
  newVault,
  open,
  PASSPHRASE,
} from './vault-kit';

/** Somebody with the key of the database and no interest in the rules of the program. */
function forge(vault: OpenVault, work: () => void): void {
  const triggers = vault.db
    .prepare<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit_%'",
    )
    .all();
  for (const { name } of triggers) vault.db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) vault.db.exec(sql);
}

/** Makes the chain fit again behind a row that was edited. */
function rechain(vault: OpenVault): void {
  const key = stateOf(vault).store.secret('audit-key');
  let prev: Uint8Array = new Uint8Array(32);
  for (const row of [...auditStore(vault.db).after(0)]) {
    const hash = auditHash(key!, { ...row, prev });
    vault.db.prepare('UPDATE audit SET prev = ?, hash = ? WHERE seq = ?').run(prev, hash, row.seq);
    prev = hash;
  }
}

const rows = (vault: OpenVault, count: number): void => {
  for (let n = 0; n < count; n += 1) vault.audit.append('sample', `row/${String(n)}`);
};

/** How the log is found to be altered: `row 4`, or `whole`. */
function found(vault: OpenVault): string {
  try {
    vault.audit.verify();
    return 'whole';
  } catch (error) {
    if (!isAppError(error, 'audit/broken')) throw error;
    return `${String(error.params['reason'])} ${String(error.params['seq'])}`;
  }
}

const atUnlock = ({ logFault }: OpenVault): string =>
  logFault === undefined
    ? 'whole'
    : `${String(logFault.params['reason'])} ${String(logFault.params['seq'])}`;

/** What a vault says of its log at the next unlock, and when all of it is read. */
async function both(dir: string): Promise<readonly [string, string]> {
  const vault = await open(dir, { readOnly: true });
  const told = [atUnlock(vault), found(vault)] as const;
  vault.close();
  return told;
}

/** A vault that was locked once, so that its log is signed up to there. */
async function signedVault(): Promise<OpenVault> {
  const vault = await open(await copyOfVault());
  rows(vault, 5);
  vault.close();
  return open(vault.dir);
}

describe('the log of a vault', () => {
  test('is signed at every 64th row, at lock, and when something leaves', async () => {
    const { vault } = await newVault();
    expect(vault.audit.prove()).toMatchObject({ rows: 1, signed: 0, signedMs: undefined });
    rows(vault, 62);
    expect(vault.audit.prove().signed).toBe(0);
    rows(vault, 1);
    expect(vault.audit.prove()).toMatchObject({ rows: 64, signed: 1 });
    vault.audit.append('export', 'sample');
    expect(vault.audit.prove()).toMatchObject({ rows: 65, signed: 2, witnesses: 0, apart: 0 });
    rows(vault, 1);
    vault.close();
    const again = await open(vault.dir);
    expect(again.audit.prove()).toMatchObject({ rows: 67, signed: 3 });
    again.close();
  });

  test('is not signed where what it tells is taken back, nor twice at one row', async () => {
    const { vault } = await newVault();
    rows(vault, 62);
    expect(() =>
      vault.db.transaction(() => {
        rows(vault, 1);
        throw new RangeError('taken back');
      }),
    ).toThrow(RangeError);
    expect(vault.audit.prove()).toMatchObject({ rows: 63, signed: 0 });
    const first = vault.audit.checkpoint();
    expect(vault.audit.checkpoint()?.signature.toString()).toBe(
      Buffer.from(first!.signature).toString(),
    );
    expect(vault.audit.prove().signed).toBe(1);
    vault.close();
  });

  test('opened by the recovery key, which is nobody, goes on unsigned', async () => {
    const { vault, recoveryKey } = await newVault();
    vault.close();
    const hand = await open(vault.dir, { secret: { type: 'recovery', text: recoveryKey } });
    const signed = hand.audit.prove().signed;
    rows(hand, 80);
    hand.audit.append('export', 'sample');
    hand.close();
    const again = await open(vault.dir);
    expect(again.audit.prove().signed).toBe(signed);
    again.close();
  });

  test('keeps its checkpoints from being rewritten or deleted', async () => {
    const vault = await signedVault();
    expect(() => {
      vault.db.exec('UPDATE audit_checkpoint SET seq = 1');
    }).toThrow();
    expect(() => {
      vault.db.exec('DELETE FROM audit_checkpoint');
    }).toThrow();
    vault.close();
  });
});

describe('somebody who holds the key of the database', () => {
  test('and cuts the end of the log is found out', async () => {
    const vault = await signedVault();
    const last = auditStore(vault.db).last()!.seq - 1;
    forge(vault, () => {
      vault.db.exec(`DELETE FROM audit WHERE seq >= ${String(last)}`);
    });
    expect(found(vault)).toBe(`cut ${String(last)}`);
    vault.close();
  });

  test.each(['first', 'latest'] as const)(
    'and edits the %s row and makes the chain fit again is found out by what was signed',
    async (which) => {
      const vault = await signedVault();
      const seq = which === 'first' ? 1 : auditStore(vault.db).last()!.seq - 1;
      forge(vault, () => {
        vault.db.exec(`UPDATE audit SET object_ref = 'x' WHERE seq = ${String(seq)}`);
        rechain(vault);
      });
      expect(found(vault)).toMatch(/^witness/u);
      vault.close();
      expect((await both(vault.dir))[1]).toMatch(/^witness/u);
    },
  );

  test('and edits a row alone is told the row, at the next unlock too where it is new', async () => {
    const vault = await signedVault();
    rows(vault, 3);
    const { seq } = auditStore(vault.db).last()!;
    forge(vault, () => {
      vault.db.exec(`UPDATE audit SET action = 'x' WHERE seq = ${String(seq - 1)}`);
    });
    // Broken off here: a vault that is locked signs its log.
    const copy = copyFolder(vault.dir);
    expect(await both(copy)).toEqual([`row ${String(seq - 1)}`, `row ${String(seq - 1)}`]);
    vault.close();
  });

  test('and edits a signature is found out', async () => {
    const vault = await signedVault();
    forge(vault, () => {
      vault.db.exec('UPDATE audit_checkpoint SET signature = zeroblob(64) WHERE seq = 1');
    });
    expect(found(vault)).toMatch(/^checkpoint/u);
    vault.close();
  });

  test('and puts in what was signed of another vault is found out', async () => {
    const { vault: other } = await newVault();
    rows(other, 10);
    const foreign = other.audit.checkpoint()!;
    other.close();
    const vault = await signedVault();
    forge(vault, () => {
      vault.db
        .prepare(
          `UPDATE audit_checkpoint SET signature = ?, seq = ?, ts_ms = ?, hash = ?,
             sign_public = ? WHERE seq = 1`,
        )
        .run(foreign.signature, foreign.seq, foreign.tsMs, foreign.hash, foreign.signPublic);
    });
    expect(found(vault)).toMatch(/^checkpoint/u);
    vault.close();
  });

  test('finds that an altered log is told at each unlock and signed no more', async () => {
    const vault = await signedVault();
    rows(vault, 3);
    const { seq } = auditStore(vault.db).last()!;
    forge(vault, () => {
      vault.db.exec(`UPDATE audit SET action = 'x' WHERE seq = ${String(seq)}`);
    });
    const dir = copyFolder(vault.dir);
    vault.close();
    for (let times = 0; times < 2; times += 1) {
      const again = await open(dir);
      expect(atUnlock(again)).toBe(`row ${String(seq)}`);
      expect(again.audit.checkpoint()).toBeUndefined();
      again.close();
    }
  });
});

describe('a witness outside the vault', () => {
  const restore = async (from: string, stem?: string): Promise<string> => {
    const dir = path.join(newFolder(), 'restored');
    await restoreBackup({
      ...{ from, dir, clock: systemClock, deriveKey: deriveOnce },
      ...(stem === undefined ? {} : { stem }),
      secret: { type: 'passphrase', bytes: utf8(PASSPHRASE) },
    });
    return dir;
  };

  test('on a stick tells when the whole log and all its signatures were made anew', async () => {
    const vault = await signedVault();
    const stick = newFolder();
    expect(await makeBackup(vault, stick)).toMatchObject({ logBrokenAt: undefined });
    const identity = ownIdentity(vault)!;
    forge(vault, () => {
      vault.db.exec("UPDATE audit SET object_ref = 'x' WHERE seq = 3");
      rechain(vault);
      vault.db.exec('DELETE FROM audit_checkpoint');
    });
    expect(found(vault)).toBe('whole');
    expect(vault.audit.checkpoint()?.signPublic).toEqual(identity.signPublic);
    const next = await makeBackup(vault, stick);
    expect(next.logBrokenAt).toBeGreaterThan(2);
    expect(found(vault)).toMatch(/^witness/u);
    vault.close();
    expect((await both(vault.dir))[0]).toMatch(/^witness/u);
  });

  test('tells when the end was cut and written on', async () => {
    const vault = await signedVault();
    rows(vault, 20);
    const stick = newFolder();
    await makeBackup(vault, stick);
    forge(vault, () => {
      vault.db.exec('DELETE FROM audit WHERE seq > 4');
      vault.db.exec('DELETE FROM audit_checkpoint');
    });
    expect(found(vault)).toBe('whole');
    expect(await makeBackup(vault, stick)).toMatchObject({ logBrokenAt: 5 });
    // The row that tells of the backup came after.
    expect(found(vault)).toBe('cut 6');
    vault.close();
  });

  test('of the way that a restored copy did not go contradicts nothing', async () => {
    const vault = await signedVault();
    const stick = newFolder();
    const first = await makeBackup(vault, stick);
    rows(vault, 20);
    await makeBackup(vault, stick);
    vault.close();
    const restored = await open(await restore(stick, first.stem));
    rows(restored, 50);
    expect(await makeBackup(restored, stick)).toMatchObject({ logBrokenAt: undefined });
    expect(restored.audit.prove()).toMatchObject({ witnesses: 1, apart: 1 });
    // What it held before the two parted ways it must still hold.
    forge(restored, () => {
      restored.db.exec("UPDATE audit SET object_ref = 'x' WHERE seq = 2");
      rechain(restored);
    });
    expect(found(restored)).toMatch(/^witness/u);
    restored.close();
  });

  test('that was forged on the stick is not heard', async () => {
    const vault = await signedVault();
    const stick = newFolder();
    const { stem } = await makeBackup(vault, stick);
    const other = await newVault();
    const forged = signCheckpoint(
      {
        ...{ vaultId: stateOf(vault).header.vaultId, seq: 2, hash: new Uint8Array(32) },
        ...{ tsMs: 1, device: idToBytes(vault.device) },
      },
      new Uint8Array(32).fill(5),
    );
    other.vault.close();
    const file = path.join(stick, `${stem}.rhm`);
    fs.writeFileSync(file, manifestWith(fs.readFileSync(file, 'utf8'), forged));
    expect(await makeBackup(vault, stick)).toMatchObject({ logBrokenAt: undefined });
    vault.close();
  });

  /** The manifest of a backup with another checkpoint, its checksum made to fit; its MAC nobody can make. */
  function manifestWith(text: string, one: Checkpoint): string {
    const [title, json, , mac] = text.split('\n');
    const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
    const checkpoint = {
      ...{ seq: one.seq, hash: base64(one.hash), ts_ms: one.tsMs, device: base64(one.device) },
      ...{ sign: base64(one.signPublic), sig: base64(one.signature) },
    };
    const changed = JSON.stringify({ ...(JSON.parse(json!) as object), checkpoint });
    const summed = `${title!}\n${changed}\n`;
    const sum = createHash('sha256').update(summed).digest('hex');
    return `${summed}sha256:${sum}\n${mac!}\n`;
  }
});
