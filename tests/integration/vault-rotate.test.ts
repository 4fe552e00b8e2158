import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toHex, utf8 } from '#core/kernel/bytes';
import {
  addSlot,
  changePassphrase,
  ownIdentity,
  recoveryStates,
  rehearseRecovery,
  renewAsShares,
  renewRecovery,
  rotateVaultKey,
  type RotateStep,
  type Secret,
} from '#core/vault/index';
import { stateOf } from '#core/vault/vault-state';
import {
  CHEAP,
  codeOf,
  codeOfSync,
  collect,
  copyFolder,
  newFolder,
  newVault,
  open,
  OTHER_PASSPHRASE,
  PASSPHRASE,
  streamOf,
} from './vault-kit';

const OTHER = { type: 'passphrase', bytes: utf8(OTHER_PASSPHRASE) } as const;

/** A vault of two people with a sheet, shares, an attachment, and a machine that remembers it. */
async function office() {
  const anchors = { dir: path.join(newFolder(), 'anchors') };
  const { vault, recoveryKey } = await newVault({ anchors });
  await addSlot(vault, {
    passphrase: utf8(OTHER_PASSPHRASE),
    actorName: 'Sample Two',
    policy: CHEAP,
  });
  const shares = await renewAsShares(vault, { needed: 2, of: 3 });
  const blob = await vault.blobs.put(streamOf(utf8('an invented paper')), 17);
  vault.db.prepare('DELETE FROM setting WHERE name = ?').run(`blob-pending/${blob.name}`);
  const identity = toHex(ownIdentity(vault)!.signPublic);
  vault.close();
  return { dir: vault.dir, anchors, recoveryKey, shares, blob: blob.name, identity };
}
let made: ReturnType<typeof office> | undefined;
/** A copy of that vault, with a copy of the memory. */
async function officeCopy() {
  const one = await (made ??= office());
  const anchors = path.join(newFolder(), 'anchors');
  fs.cpSync(one.anchors.dir, anchors, { recursive: true });
  return { ...one, dir: copyFolder(one.dir), anchors: { dir: anchors } };
}
type Office = Awaited<ReturnType<typeof officeCopy>>;

const secrets = ({
  recoveryKey,
  shares,
}: Office): readonly (readonly [Secret, number | undefined])[] => [
  [{ type: 'passphrase', bytes: utf8(PASSPHRASE) }, 1],
  [OTHER, 2],
  [{ type: 'recovery', text: recoveryKey }, undefined],
  [{ type: 'shares', texts: shares.slice(1) }, undefined],
];

async function expectWhole(it: Office): Promise<void> {
  for (const [secret, slot] of secrets(it)) {
    const vault = await open(it.dir, {
      secret,
      anchors: it.anchors,
      ...(slot === undefined ? {} : { slot }),
    });
    expect(vault.age.state).toBe('current');
    expect(vault.verifyPages()).toBeGreaterThan(10);
    expect(vault.audit.verify()).toBeGreaterThan(3);
    expect(new TextDecoder().decode(await collect(vault.blobs.read(it.blob)))).toBe(
      'an invented paper',
    );
    if (slot === 1) expect(toHex(ownIdentity(vault)!.signPublic)).toBe(it.identity);
    vault.close();
  }
  const names = fs.readdirSync(it.dir).filter((name) => !/^(?:blobs|staging)$/u.test(name));
  expect(names.sort()).toEqual([
    expect.stringMatching(/^main-\d{6}\.db$/u),
    'vault.rhv',
    'vault.rhv.bak',
  ]);
}

const keyOf = async (dir: string): Promise<string> => {
  const vault = await open(dir, { slot: 1, readOnly: true });
  const key = toHex(stateOf(vault).keys.vmk);
  vault.close();
  return key;
};

describe('a change of the vault key', () => {
  test('keeps every passphrase, paper and attachment, under another key', async () => {
    const it = await officeCopy();
    const before = await keyOf(it.dir);
    const vault = await open(it.dir, { slot: 1, anchors: it.anchors });
    rotateVaultKey(vault);
    expect(await codeOfSync(() => ownIdentity(vault))).toBe('vault/locked');
    await expectWhole(it);
    expect(await keyOf(it.dir)).not.toBe(before);
    // And once more, from slots that others sealed; then a passphrase is changed on top.
    const again = await open(it.dir, { slot: 2, secret: OTHER, anchors: it.anchors });
    rotateVaultKey(again);
    await expectWhole(it);
    const third = await open(it.dir, { slot: 2, secret: OTHER });
    await changePassphrase(third, { passphrase: utf8(`${OTHER_PASSPHRASE} more`), policy: CHEAP });
    third.close();
    expect(await codeOf(open(it.dir, { slot: 2, secret: OTHER }))).toBe('vault/passphrase');
  });

  test('leaves nothing that the old header opens, and the old folder is known as older', async () => {
    const it = await officeCopy();
    const kept = copyFolder(it.dir);
    const vault = await open(it.dir, { slot: 1, anchors: it.anchors });
    rotateVaultKey(vault);
    for (const name of ['vault.rhv', 'vault.rhv.bak']) {
      fs.copyFileSync(path.join(kept, name), path.join(it.dir, name));
    }
    expect(await codeOf(open(it.dir, { slot: 1 }))).toBe('db/damaged');
    const old = await open(kept, { slot: 1, anchors: it.anchors, readOnly: true });
    expect(old.age).toEqual({
      state: 'older',
      seenMs: expect.any(Number) as number,
      vaultMs: expect.any(Number) as number,
    });
    old.close();
  });

  const BREAKS: readonly RotateStep[] = [
    'noted',
    'copied',
    'filled',
    'rekeyed',
    'checked',
    'named',
    'closed',
    'anchored',
    'removed',
  ];

  test.each(BREAKS)('that fails after "%s" loses nothing and leaves nothing behind', async (at) => {
    const it = await officeCopy();
    const vault = await open(it.dir, { slot: 1, anchors: it.anchors });
    expect(() => {
      rotateVaultKey(vault, (step) => {
        if (step === at) throw new Error('broken off');
      });
    }).toThrow();
    vault.close();
    await expectWhole(it);
  });

  test.each(BREAKS)(
    'of a machine that goes dark after "%s" loses nothing and leaves nothing behind',
    async (at) => {
      const it = await officeCopy();
      const vault = await open(it.dir, { slot: 1, anchors: it.anchors });
      let dark: Office | undefined;
      rotateVaultKey(vault, (step) => {
        if (step !== at) return;
        const anchors = path.join(newFolder(), 'anchors');
        fs.cpSync(it.anchors.dir, anchors, { recursive: true });
        dark = { ...it, dir: copyFolder(it.dir), anchors: { dir: anchors } };
      });
      await expectWhole(dark!);
    },
  );

  test('waits for people whose slot this version never saw', async () => {
    const it = await officeCopy();
    const vault = await open(it.dir, { slot: 1 });
    const { store, header } = stateOf(vault);
    store.dropSecret(`slot-key/${toHex(header.passSlots[1]!.nonce)}`);
    store.dropSecret(`slot-key/${toHex(header.recoverySlots[0]!.nonce)}`);
    expect(
      await codeOfSync(() => {
        rotateVaultKey(vault);
      }),
    ).toBe('vault/slot-key');
    vault.close();
    for (const [secret, slot] of secrets(it).slice(1, 3)) {
      (await open(it.dir, { secret, ...(slot === undefined ? {} : { slot }) })).close();
    }
    rotateVaultKey(await open(it.dir, { slot: 1 }));
    await expectWhole({ ...it, anchors: { dir: it.anchors.dir } });
  });
});

describe('the papers of recovery', () => {
  test('are remembered as tried, each for itself, until they are made anew', async () => {
    const it = await officeCopy();
    const vault = await open(it.dir, { slot: 1 });
    const rehearsed = () =>
      recoveryStates(vault).map((one) => [one.number, one.split, one.rehearsedMs !== undefined]);
    const two = { needed: 2, of: 3 };
    expect(rehearsed()).toEqual([
      [1, undefined, false],
      [2, two, false],
    ]);
    expect(await rehearseRecovery(vault, { type: 'recovery', text: 'ABCD' })).toBe(false);
    expect(await rehearseRecovery(vault, { type: 'shares', texts: it.shares.slice(0, 2) })).toBe(
      true,
    );
    expect(rehearsed()).toEqual([
      [1, undefined, false],
      [2, two, true],
    ]);
    expect(
      await codeOf(rehearseRecovery(vault, { type: 'shares', texts: it.shares.slice(0, 1) })),
    ).toBe('share/few');
    renewRecovery(vault, 2);
    expect(rehearsed()).toEqual([
      [1, undefined, false],
      [2, undefined, false],
    ]);
    vault.close();
    const opened = open(it.dir, { secret: { type: 'shares', texts: it.shares } });
    expect(await codeOf(opened)).toBe('vault/recovery-key');
  });
});
