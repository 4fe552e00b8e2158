import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toHex, utf8 } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import { fingerprint, fingerprintDigits } from '#core/identity/fingerprint';
import { makeCard, readCard } from '#core/identity/card';
import { sealIdentity } from '#core/identity/identity';
import {
  addSlot,
  changePassphrase,
  ownIdentity,
  readVaultInfo,
  removeRecovery,
  removeSlot,
  renewRecovery,
} from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';
import { prepareIdentity } from '#core/vault/own-identity';
import { stateOf } from '#core/vault/vault-state';
import {
  CHEAP,
  closedVault,
  codeOf,
  codeOfSync,
  copyOfVault,
  open,
  OTHER_PASSPHRASE,
  PASSPHRASE,
} from './vault-kit';

const OTHER = { type: 'passphrase', bytes: utf8(OTHER_PASSPHRASE) } as const;

const publicKeys = (vault: OpenVault) => {
  const identity = ownIdentity(vault);
  return identity && toHex(identity.signPublic) + toHex(identity.agePublic);
};

async function withSecondSlot(): Promise<string> {
  const dir = await copyOfVault();
  const vault = await open(dir);
  const added = await addSlot(vault, {
    passphrase: utf8(OTHER_PASSPHRASE),
    actorName: 'Sample Farzi',
    policy: CHEAP,
  });
  expect(added.slot).toBe(2);
  vault.close();
  return dir;
}

describe('a second person', () => {
  test('opens with a slot, a hand and an identity of their own', async () => {
    const dir = await withSecondSlot();
    const first = await open(dir, { slot: 1 });
    const [firstActor, firstKeys] = [first.actor, publicKeys(first)];
    first.close();
    const second = await open(dir, { slot: 2, secret: OTHER });
    expect(second.slot).toBe(2);
    expect(second.actor).not.toBe(firstActor);
    expect(publicKeys(second)).not.toBe(firstKeys);
    second.close();
    expect(readVaultInfo(dir)).toMatchObject({ gen: 2, isTwinned: true, slots: [{}, {}] });
  });

  test('has to say which slot, and no passphrase opens the slot of another', async () => {
    const dir = await withSecondSlot();
    expect(await codeOf(open(dir))).toBe('vault/slot');
    expect(await codeOf(open(dir, { slot: 2 }))).toBe('vault/passphrase');
    expect(await codeOf(open(dir, { slot: 1, secret: OTHER }))).toBe('vault/passphrase');
  });

  test('is shut out when their slot is removed, and their name stays', async () => {
    const dir = await withSecondSlot();
    const vault = await open(dir, { slot: 1 });
    removeSlot(vault, 2);
    const names = vault.db.prepare<{ name: string }>('SELECT name FROM actor').all();
    expect(names.map(({ name }) => name)).toContain('Sample Farzi');
    vault.close();
    expect(await codeOf(open(dir, { slot: 2, secret: OTHER }))).toBe('vault/slot');
    const again = await open(dir);
    const { slot } = await addSlot(again, {
      passphrase: utf8(OTHER_PASSPHRASE),
      actorName: 'Sample Misali',
      policy: CHEAP,
    });
    again.close();
    expect(slot).toBe(2);
    (await open(dir, { slot: 2, secret: OTHER })).close();
  });

  test('cannot be the last to go, nor remove or reset anybody by mistake', async () => {
    const alone = await open(await copyOfVault());
    expect(
      await codeOfSync(() => {
        removeSlot(alone, 1);
      }),
    ).toBe('vault/slot');
    alone.close();
    const vault = await open(await withSecondSlot(), { slot: 2, secret: OTHER });
    expect(
      await codeOfSync(() => {
        removeSlot(vault, 2);
      }),
    ).toBe('vault/slot');
    const reset = changePassphrase(vault, { slot: 1, passphrase: utf8(PASSPHRASE), policy: CHEAP });
    expect(await codeOf(reset)).toBe('vault/slot');
    vault.close();
  });

  test('does not fit where eight are in', async () => {
    const vault = await open(await copyOfVault());
    const add = () =>
      addSlot(vault, { passphrase: utf8(OTHER_PASSPHRASE), actorName: 'Sample', policy: CHEAP });
    for (let slot = 2; slot <= 8; slot += 1) expect((await add()).slot).toBe(slot);
    expect(await codeOf(add())).toBe('vault/slot');
    expect(vault.audit.verify()).toBe(9);
    vault.close();
    (await open(vault.dir, { slot: 8, secret: OTHER })).close();
  });
});

describe('another passphrase', () => {
  test('takes the place of the old one and keeps the identity', async () => {
    const vault = await open(await copyOfVault());
    const keys = publicKeys(vault);
    await changePassphrase(vault, { passphrase: utf8(OTHER_PASSPHRASE), policy: CHEAP });
    expect(publicKeys(vault)).toBe(keys);
    vault.close();
    expect(await codeOf(open(vault.dir))).toBe('vault/passphrase');
    const again = await open(vault.dir, { secret: OTHER });
    expect(publicKeys(again)).toBe(keys);
    again.close();
  });

  test('that is weak is refused and changes nothing', async () => {
    const vault = await open(await copyOfVault());
    const weak = changePassphrase(vault, { passphrase: utf8('weak'), policy: CHEAP });
    expect(await codeOf(weak)).toBe('vault/weak-passphrase');
    vault.close();
    expect(readVaultInfo(vault.dir).gen).toBe(1);
    (await open(vault.dir)).close();
  });

  test('whose change broke off before the header leaves the old one working', async () => {
    const vault = await open(await copyOfVault());
    const keys = publicKeys(vault);
    const actor = idToBytes(vault.actor);
    const state = stateOf(vault);
    const key = new Uint8Array(32).fill(9);
    const identity = ownIdentity(vault)!;
    const sealed = sealIdentity(identity, key, state.header.vaultId, actor, vault.random);
    prepareIdentity(state, actor, sealed);
    vault.close();
    const again = await open(vault.dir);
    expect(publicKeys(again)).toBe(keys);
    expect(again.db.prepare("SELECT 1 FROM secret WHERE name LIKE 'actor-next/%'").all()).toEqual(
      [],
    );
    again.close();
  });

  test('whose change broke off after the header is finished at the next unlock', async () => {
    const vault = await open(await copyOfVault());
    const keys = publicKeys(vault);
    const before = vault.db
      .prepare('SELECT secret_nonce, secret_box FROM actor WHERE slot = 1')
      .get();
    const { secret_nonce: nonce, secret_box: box } = before as Record<string, Uint8Array>;
    await changePassphrase(vault, { passphrase: utf8(OTHER_PASSPHRASE), policy: CHEAP });
    const actor = idToBytes(vault.actor);
    const row = stateOf(vault).store.actor(actor)!;
    prepareIdentity(stateOf(vault), actor, { nonce: row.secretNonce!, box: row.secretBox! });
    stateOf(vault).store.saveActor({ ...row, secretNonce: nonce!, secretBox: box! });
    vault.close();
    const again = await open(vault.dir, { secret: OTHER });
    expect(publicKeys(again)).toBe(keys);
    again.close();
  });

  test('is given to a slot whose passphrase is lost by the recovery key, with a new identity', async () => {
    const { recoveryKey } = await closedVault();
    const dir = await copyOfVault();
    const first = await open(dir);
    const [actor, keys] = [first.actor, publicKeys(first)];
    first.close();
    const vault = await open(dir, { secret: { type: 'recovery', text: recoveryKey } });
    expect(vault.actor).not.toBe(actor);
    await changePassphrase(vault, { passphrase: utf8(OTHER_PASSPHRASE), policy: CHEAP });
    vault.close();
    const again = await open(dir, { secret: OTHER });
    expect(again.actor).toBe(actor);
    expect(publicKeys(again)).toBeDefined();
    expect(publicKeys(again)).not.toBe(keys);
    again.close();
  });
});

describe('a recovery key', () => {
  const by = (text: string) => ({ secret: { type: 'recovery', text } as const });

  test('that is renewed shuts the old one out', async () => {
    const { recoveryKey } = await closedVault();
    const dir = await copyOfVault();
    const vault = await open(dir);
    const renewed = renewRecovery(vault);
    vault.close();
    expect(await codeOf(open(dir, by(recoveryKey)))).toBe('vault/recovery-key');
    (await open(dir, by(renewed))).close();
  });

  test('can be one of two, and the last is never removed', async () => {
    const { recoveryKey } = await closedVault();
    const dir = await copyOfVault();
    const vault = await open(dir);
    const second = renewRecovery(vault, 2);
    expect(await codeOfSync(() => renewRecovery(vault, 3))).toBe('vault/slot');
    vault.close();
    (await open(dir, by(recoveryKey))).close();
    const again = await open(dir, by(second));
    removeRecovery(again, 1);
    expect(
      await codeOfSync(() => {
        removeRecovery(again, 1);
      }),
    ).toBe('vault/slot');
    expect(
      await codeOfSync(() => {
        removeRecovery(again, 2);
      }),
    ).toBe('vault/slot');
    again.close();
    expect(await codeOf(open(dir, by(recoveryKey)))).toBe('vault/recovery-key');
  });
});

test('a header that was being written when the power went does not stand in the way', async () => {
  const vault = await open(await copyOfVault());
  for (const name of ['vault.rhv.part', 'vault.rhv.bak.part']) {
    fs.writeFileSync(path.join(vault.dir, name), 'half a head');
  }
  const key = renewRecovery(vault);
  vault.close();
  (await open(vault.dir, { secret: { type: 'recovery', text: key } })).close();
  expect(fs.readdirSync(vault.dir).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('nothing of this is done in a vault opened for reading', async () => {
  const vault = await open(await copyOfVault(), { readOnly: true });
  const passphrase = utf8(OTHER_PASSPHRASE);
  const attempts = [
    addSlot(vault, { passphrase, actorName: 'Sample', policy: CHEAP }),
    changePassphrase(vault, { passphrase, policy: CHEAP }),
  ];
  for (const attempt of attempts) expect(await codeOf(attempt)).toBe('vault/read-only');
  expect(await codeOfSync(() => renewRecovery(vault))).toBe('vault/read-only');
  expect(
    await codeOfSync(() => {
      removeSlot(vault, 1);
    }),
  ).toBe('vault/read-only');
  vault.close();
});

test('the card of an opened identity carries the keys people compare', async () => {
  const vault = await open(await copyOfVault());
  const identity = ownIdentity(vault)!;
  const card = readCard(makeCard('Sample Khayali', identity));
  expect(card.name).toBe('Sample Khayali');
  const digits = fingerprintDigits(fingerprint(card.signPublic, card.agePublic));
  expect(digits.join(' ')).toMatch(/^(?:\d{5} ){7}\d{5}$/u);
  vault.close();
});
