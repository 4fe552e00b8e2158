import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { concatBytes, fromHex, toHex } from '#core/kernel/bytes';
import { isSignature, loadSodium, seal, unseal, x25519Public, x25519Shared } from './sodium';

beforeAll(loadSodium);

type Common = { readonly tcId: number; readonly result: string; readonly flags: readonly string[] };
type Group<Case> = { readonly tests: readonly (Case & Common)[] };

function groups<G>(name: string): readonly G[] {
  const file = path.resolve(`tests/fixtures/wycheproof/${name}_test.json`);
  const { testGroups } = JSON.parse(fs.readFileSync(file, 'utf8')) as { testGroups: readonly G[] };
  return testGroups;
}

describe('vectors of Wycheproof through our own wrappers', () => {
  test('XChaCha20-Poly1305 seals and opens what is valid, and nothing else', () => {
    type Case = Record<'key' | 'iv' | 'aad' | 'msg' | 'ct' | 'tag', string>;
    let cases = 0;
    for (const { tests } of groups<Group<Case>>('xchacha20_poly1305')) {
      for (const { tcId, result, ...given } of tests) {
        const [key, nonce, ad] = [fromHex(given.key), fromHex(given.iv), fromHex(given.aad)];
        const box = concatBytes(fromHex(given.ct), fromHex(given.tag));
        const opened = unseal(key, nonce, box, ad);
        expect([tcId, opened && toHex(opened)]).toEqual([
          tcId,
          result === 'valid' ? given.msg : undefined,
        ]);
        if (result === 'valid') {
          expect(toHex(seal(key, nonce, fromHex(given.msg), ad))).toBe(toHex(box));
        }
        cases += 1;
      }
    }
    expect(cases).toBe(315);
  });

  test('Ed25519 accepts valid signatures only', () => {
    type Case = Record<'msg' | 'sig', string>;
    type Signers = Group<Case> & { readonly publicKey: { readonly pk: string } };
    let cases = 0;
    for (const { publicKey, tests } of groups<Signers>('ed25519')) {
      for (const { tcId, result, msg, sig } of tests) {
        const isAccepted = isSignature(fromHex(sig), fromHex(msg), fromHex(publicKey.pk));
        expect([tcId, isAccepted]).toEqual([tcId, result === 'valid']);
        cases += 1;
      }
    }
    expect(cases).toBe(151);
  });

  test('X25519 agrees, and refuses a shared secret of zeros', () => {
    type Case = Record<'public' | 'private' | 'shared', string>;
    let cases = 0;
    for (const { tests } of groups<Group<Case>>('x25519')) {
      for (const { tcId, flags, ...given } of tests) {
        const shared = x25519Shared(fromHex(given.private), fromHex(given.public));
        const expected = flags.includes('ZeroSharedSecret') ? undefined : given.shared;
        expect([tcId, shared && toHex(shared)]).toEqual([tcId, expected]);
        cases += 1;
      }
    }
    expect(cases).toBe(518);
  });

  test('X25519 gives both sides of an agreement the same secret', () => {
    const [mine, yours] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(9)];
    const shared = x25519Shared(mine, x25519Public(yours));
    expect(shared).toEqual(x25519Shared(yours, x25519Public(mine)));
    expect(shared).toBeDefined();
  });
});
