import * as fs from 'node:fs';
import * as path from 'node:path';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { concatBytes, fromHex, toHex, u64, utf8 } from '#core/kernel/bytes';
import { auditHash } from '#core/audit/audit-log';
import { isSigned, signCheckpoint } from '#core/audit/checkpoint';
import { makeCard, readCard } from '#core/identity/card';
import { fingerprint, fingerprintDigits } from '#core/identity/fingerprint';
import { identityKey, openIdentity } from '#core/identity/identity';
import { decryptBlob } from '#core/vault/blob-format';
import { base32 } from '#core/kernel/base32';
import { isGenuine, parseHeader, writeHeader, type ReadHeader } from '#core/vault/header';
import { deriveHere } from '#core/vault/kdf';
import { keyring, vaultKey } from '#core/vault/keyring';
import { padme } from '#core/vault/padme';
import { normalisePassphrase } from '#core/vault/passphrase';
import { formatRecoveryKey, parseRecoveryKey } from '#core/vault/recovery';
import { openSlot, recoveryKek, sealForSlot, slotPublic } from '#core/vault/slots';
import { hash, isSignature, loadSodium } from '#core/vault/sodium';
import { codeOf, codeOfSync, collect } from './vault-kit';

beforeAll(loadSodium);

const load = <T>(name: string): T =>
  JSON.parse(fs.readFileSync(path.join(__dirname, '../vectors', `${name}.json`), 'utf8')) as T;
const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64');

describe('header', () => {
  type Vectors = Record<
    | 'passphrase'
    | 'normalised'
    | 'kek'
    | 'recoverySecret'
    | 'recoveryKek'
    | 'vmk'
    | 'vaultId'
    | 'databaseKey'
    | 'databaseSalt'
    | 'headerKey'
    | 'db'
    | 'actor'
    | 'text',
    string
  > & {
    readonly gen: number;
    readonly slot: number;
    readonly sealed: Readonly<
      Record<'vmk' | 'publicKey' | 'recoveryPublicKey' | 'text', string>
    > & {
      readonly random: readonly string[];
    };
    readonly forged: { readonly text: string };
    readonly refused: readonly { why: string; as: string; text: string }[];
  };
  const vectors = load<Vectors>('header');
  const read = (text: string): ReadHeader => {
    const result = parseHeader(utf8(text));
    if (!result.ok) throw new Error(result.why);
    return result.read;
  };

  test('reads the frozen bytes, opens both slots and writes the same bytes again', async () => {
    const { header, file } = read(vectors.text);
    expect(header).toMatchObject({ gen: vectors.gen, db: vectors.db });
    const [slot, recovery] = [header.passSlots[0]!, header.recoverySlots[0]!];
    expect([slot.id, base64(slot.actor)]).toEqual([vectors.slot, vectors.actor]);
    const passphrase = normalisePassphrase(utf8(vectors.passphrase));
    expect(base64(passphrase)).toBe(vectors.normalised);
    const kek = await deriveHere({ passphrase, ...slot });
    expect(base64(kek)).toBe(vectors.kek);
    const vmk = openSlot(header.vaultId, slot, kek)!;
    expect(base64(vmk)).toBe(vectors.vmk);
    const otherKek = recoveryKek(bytes(vectors.recoverySecret), header.vaultId);
    expect(base64(otherKek)).toBe(vectors.recoveryKek);
    expect(openSlot(header.vaultId, recovery, otherKek)).toEqual(vmk);
    const keys = keyring(vaultKey(vmk));
    expect([keys.database, keys.databaseSalt, keys.header].map(base64)).toEqual([
      vectors.databaseKey,
      vectors.databaseSalt,
      vectors.headerKey,
    ]);
    expect(isGenuine({ header, file }, keys.header)).toBe(true);
    expect(new TextDecoder().decode(writeHeader(header, keys.header))).toBe(vectors.text);
  });

  test('opens a slot only with everything in its place', () => {
    const { header } = read(vectors.text);
    const slot = header.passSlots[0]!;
    const kek = bytes(vectors.kek);
    const changed = [
      { ...slot, id: slot.id + 1 },
      { ...slot, mKib: slot.mKib + 1 },
      { ...slot, t: slot.t + 1 },
      { ...slot, salt: slot.salt.map((byte) => byte ^ 1) },
      { ...slot, nonce: slot.nonce.map((byte) => byte ^ 1) },
      { id: slot.id, type: 2 as const, nonce: slot.nonce, box: slot.box },
    ];
    for (const other of changed) expect(openSlot(header.vaultId, other, kek)).toBeUndefined();
    expect(
      openSlot(
        header.vaultId.map((byte) => byte ^ 1),
        slot,
        kek,
      ),
    ).toBeUndefined();
    expect(openSlot(header.vaultId, slot, kek)).toBeDefined();
  });

  test('after a change of the vault key opens both slots, and is sealed to the same bytes again', () => {
    const { sealed } = vectors;
    const { header, file } = read(sealed.text);
    const [slot, recovery] = [header.passSlots[0]!, header.recoverySlots[0]!];
    const text = sealed.text.split('\n')[1]!;
    const types = (JSON.parse(text) as { slots: readonly { type: number }[] }).slots;
    expect(types.map(({ type }) => type)).toEqual([4, 5]);
    const keks = [bytes(vectors.kek), bytes(vectors.recoveryKek)] as const;
    expect(keks.map((kek) => base64(slotPublic(kek)))).toEqual([
      sealed.publicKey,
      sealed.recoveryPublicKey,
    ]);
    const vmk = openSlot(header.vaultId, slot, keks[0])!;
    expect([vmk, openSlot(header.vaultId, recovery, keks[1])!].map(base64)).toEqual([
      sealed.vmk,
      sealed.vmk,
    ]);
    expect(openSlot(header.vaultId, slot, keks[1])).toBeUndefined();
    expect(openSlot(header.vaultId, { ...slot, id: slot.id + 1 }, keks[0])).toBeUndefined();
    const keys = keyring(vaultKey(vmk));
    expect(isGenuine({ header, file }, keys.header)).toBe(true);
    const drawn = sealed.random.map(bytes);
    const random = { bytes: () => drawn.shift()! };
    const before = read(vectors.text).header;
    const passSlots = [
      sealForSlot(before.vaultId, vmk, before.passSlots[0]!, slotPublic(keks[0]), random),
    ];
    const recoverySlots = [
      sealForSlot(before.vaultId, vmk, before.recoverySlots[0]!, slotPublic(keks[1]), random),
    ];
    const again = { ...header, passSlots, recoverySlots };
    expect(new TextDecoder().decode(writeHeader(again, keys.header))).toBe(sealed.text);
  });

  test('with another MAC is read and not genuine', () => {
    expect(isGenuine(read(vectors.forged.text), bytes(vectors.headerKey))).toBe(false);
  });

  test.each(vectors.refused)('is $as with $why', ({ text, as }) => {
    expect(parseHeader(utf8(text))).toEqual({ ok: false, why: as });
  });
});

describe('recovery key', () => {
  type Vectors = {
    readonly keys: readonly { secret: string; text: string }[];
    readonly readToo: readonly { why: string; text: string }[];
    readonly refused: readonly { why: string; text: string }[];
  };
  const vectors = load<Vectors>('recovery-key');

  test.each(vectors.keys)('$text is written and read', ({ secret, text }) => {
    expect(formatRecoveryKey(fromHex(secret))).toBe(text);
    expect(toHex(parseRecoveryKey(text))).toBe(secret);
  });
  test.each(vectors.readToo)('is read with $why', ({ text }) => {
    expect(toHex(parseRecoveryKey(text))).toBe(vectors.keys[0]!.secret);
  });
  test.each(vectors.refused)('is refused: $why', async ({ text }) => {
    expect(await codeOfSync(() => parseRecoveryKey(text))).toBe('vault/recovery-key');
  });
});

describe('attachment', () => {
  type Vectors = Record<
    'fileKey' | 'nameKey' | 'data' | 'sealed' | 'sha256' | 'name' | 'longSealed' | 'longSha256',
    string
  > & {
    readonly padme: readonly (readonly [number, number])[];
    readonly refused: readonly { why: string; sealed: string }[];
  };
  const vectors = load<Vectors>('blob');

  const decrypt = (sealed: Uint8Array, key = bytes(vectors.fileKey)): Promise<Uint8Array> => {
    let at = 0;
    const read = (target: Uint8Array) => {
      const part = sealed.subarray(at, at + target.length);
      target.set(part);
      at += part.length;
      return Promise.resolve(part.length);
    };
    return collect(decryptBlob(read, sealed.length, key));
  };

  test('decrypts the frozen bytes, of one chunk and of two', async () => {
    expect(base64(await decrypt(bytes(vectors.sealed)))).toBe(vectors.data);
    const long = await decrypt(bytes(vectors.longSealed));
    expect(createHash('sha256').update(long).digest('hex')).toBe(vectors.longSha256);
    expect(long).toHaveLength(70_000);
  });

  test('is named by its content and length under the key of the vault', () => {
    const content = concatBytes(fromHex(vectors.sha256), u64(bytes(vectors.data).length));
    expect(base32(hash(content, bytes(vectors.nameKey)))).toBe(vectors.name);
  });

  test('does not open with another key', async () => {
    const key = bytes(vectors.fileKey).map((byte) => byte ^ 1);
    expect(await codeOf(decrypt(bytes(vectors.sealed), key))).toBe('blob/damaged');
  });

  test.each(vectors.padme)('%d bytes are padded to %d', (length, padded) => {
    expect(padme(length)).toBe(padded);
  });
  test.each(vectors.refused)('is damaged: $why', async ({ sealed }) => {
    expect(await codeOf(decrypt(bytes(sealed)))).toBe('blob/damaged');
  });
});

describe('identity and card', () => {
  type Vectors = Record<
    | 'name'
    | 'seed'
    | 'ageSecret'
    | 'signPublic'
    | 'agePublic'
    | 'fingerprint'
    | 'digits'
    | 'kek'
    | 'vaultId'
    | 'actor'
    | 'sealedNonce'
    | 'sealedBox'
    | 'text',
    string
  > & { readonly refused: readonly { why: string; code: string; text: string }[] };
  const vectors = load<Vectors>('card');

  test('an identity opens from its box and gives its public keys, fingerprint and card', () => {
    const sealed = { nonce: bytes(vectors.sealedNonce), box: bytes(vectors.sealedBox) };
    const key = identityKey(bytes(vectors.kek));
    const identity = openIdentity(sealed, key, bytes(vectors.vaultId), bytes(vectors.actor))!;
    const { seed, ageSecret, signPublic, agePublic } = identity;
    expect([seed, ageSecret, signPublic, agePublic].map(base64)).toEqual([
      vectors.seed,
      vectors.ageSecret,
      vectors.signPublic,
      vectors.agePublic,
    ]);
    const print = fingerprint(signPublic, agePublic);
    expect(base64(print)).toBe(vectors.fingerprint);
    expect(fingerprintDigits(print).join(' ')).toBe(vectors.digits);
    expect(new TextDecoder().decode(makeCard(vectors.name, identity))).toBe(vectors.text);
  });

  test('an identity does not open for another person or vault', () => {
    const sealed = { nonce: bytes(vectors.sealedNonce), box: bytes(vectors.sealedBox) };
    const key = identityKey(bytes(vectors.kek));
    const [vaultId, actor] = [bytes(vectors.vaultId), bytes(vectors.actor)];
    expect(openIdentity(sealed, key, vaultId, vaultId)).toBeUndefined();
    expect(openIdentity(sealed, key, actor, actor)).toBeUndefined();
  });

  test('a card is read', () => {
    const card = readCard(utf8(vectors.text));
    expect(card.name).toBe(vectors.name);
    expect([card.signPublic, card.agePublic].map(base64)).toEqual([
      vectors.signPublic,
      vectors.agePublic,
    ]);
  });
  test.each(vectors.refused)('a card is refused with $code: $why', async ({ text, code }) => {
    expect(await codeOfSync(() => readCard(utf8(text)))).toBe(code);
  });
});

describe('audit row', () => {
  type Row = { [K in keyof Parameters<typeof auditHash>[1]]: string } & { readonly hash: string };
  const vectors = load<{ readonly key: string; readonly rows: readonly Row[] }>('audit');

  test.each(vectors.rows)('$seq has its hash', (row) => {
    const { actor, device, prev } = row;
    const asBytes = { actor: bytes(actor), device: bytes(device), prev: bytes(prev) };
    const numbers = {
      seq: Number(row.seq),
      tsMs: Number(row.tsMs),
      clockRegressed: Number(row.clockRegressed),
    };
    expect(base64(auditHash(bytes(vectors.key), { ...row, ...numbers, ...asBytes }))).toBe(
      row.hash,
    );
  });
});

describe('audit checkpoint', () => {
  type Written = Readonly<
    Record<'vaultId' | 'hash' | 'device' | 'signPublic' | 'signature', string>
  > & { readonly seq: number; readonly tsMs: number };
  const vectors = load<{
    readonly checkpoint: Written & { readonly seed: string; readonly signed: string };
    readonly refused: readonly (Written & { readonly why: string })[];
  }>('audit');
  const read = ({ vaultId, seq, hash: of, device, tsMs, signPublic, signature }: Written) => ({
    ...{ vaultId: bytes(vaultId), seq, hash: bytes(of), device: bytes(device), tsMs },
    ...{ signPublic: bytes(signPublic), signature: bytes(signature) },
  });

  test('signs the frozen bytes and writes the same signature again', () => {
    const { seed, signed, ...written } = vectors.checkpoint;
    const one = read(written);
    const facts = concatBytes(utf8('rihai-audit-cp-v1'), one.vaultId, u64(one.seq), one.hash);
    expect(base64(concatBytes(facts, u64(one.tsMs)))).toBe(signed);
    expect(isSignature(one.signature, bytes(signed), one.signPublic)).toBe(true);
    expect(signCheckpoint(one, bytes(seed))).toEqual(one);
    expect(isSigned(one)).toBe(true);
  });

  test.each(vectors.refused)('is refused: $why', (written) => {
    expect(isSigned(read(written))).toBe(false);
  });
});
