import { z } from '#shared/domain/zod';
import { hash, isSame } from './sodium';
import { base64Of, fromBase64, parseExact, toBase64 } from './exact-json';
import { parseTextFile, writeTextFile, type TextFile, type TextFileKind } from './text-file';

export const SLOT_TYPE = { pass: 1, recovery: 2 } as const;

/** Sealed to the slot's public key, by somebody who does not know its secret: other numbers in the file. */
const SEALED_BY_OTHERS = { pass: 4, recovery: 5 } as const;

export type PassSlot = {
  /** 1 to 8: what a person chooses at the lock screen. */
  readonly id: number;
  readonly type: typeof SLOT_TYPE.pass;
  readonly mKib: number;
  readonly t: number;
  readonly salt: Uint8Array;
  /** 32 bytes: one-time public key, where another hand sealed the slot at a change of the vault key. */
  readonly eph?: Uint8Array | undefined;
  readonly nonce: Uint8Array;
  readonly box: Uint8Array;
  /** 16 bytes: the person's row in the database. */
  readonly actor: Uint8Array;
};

export type RecoverySlot = {
  /** 1 or 2. */
  readonly id: number;
  readonly type: typeof SLOT_TYPE.recovery;
  readonly eph?: Uint8Array | undefined;
  readonly nonce: Uint8Array;
  readonly box: Uint8Array;
};

export type Slot = PassSlot | RecoverySlot;

export type Header = {
  /** 16 bytes. */
  readonly vaultId: Uint8Array;
  /** Grows by one with each write. */
  readonly gen: number;
  /** File name of the database. */
  readonly db: string;
  readonly passSlots: readonly PassSlot[];
  readonly recoverySlots: readonly RecoverySlot[];
};

/** A header whose bytes are sound; whether it is genuine only `isGenuine` tells. */
export type ReadHeader = { readonly header: Header; readonly file: TextFile };

type HeaderResult =
  | { readonly ok: true; readonly read: ReadHeader }
  | { readonly ok: false; readonly why: 'damaged' | 'newer' };

export const HEADER_KIND: TextFileKind = {
  title: 'RIHAI-VAULT',
  version: 1,
  closing: 'mac',
  maxBytes: 16_384,
};

const SUITE = 1;
export const MOST_PASS_SLOTS = 8;
export const MOST_RECOVERY_SLOTS = 2;

const uint32 = z.int().min(0).max(0xffff_ffff);
const kdf = z.strictObject({
  alg: z.literal('argon2id13'),
  m_kib: uint32,
  t: uint32,
  salt: base64Of(16),
});
const passId = z.int().min(1).max(MOST_PASS_SLOTS);
const recoveryId = z.int().min(1).max(MOST_RECOVERY_SLOTS);
const passSlot = z.strictObject({
  id: passId,
  type: z.literal(SLOT_TYPE.pass),
  kdf,
  nonce: base64Of(24),
  box: base64Of(48),
  actor: base64Of(16),
});
const recoverySlot = z.strictObject({
  id: recoveryId,
  type: z.literal(SLOT_TYPE.recovery),
  nonce: base64Of(24),
  box: base64Of(48),
});
const sealedPassSlot = z.strictObject({
  id: passId,
  type: z.literal(SEALED_BY_OTHERS.pass),
  kdf,
  eph: base64Of(32),
  nonce: base64Of(24),
  box: base64Of(48),
  actor: base64Of(16),
});
const sealedRecoverySlot = z.strictObject({
  id: recoveryId,
  type: z.literal(SEALED_BY_OTHERS.recovery),
  eph: base64Of(32),
  nonce: base64Of(24),
  box: base64Of(48),
});
const headerSchema = z.strictObject({
  vault_id: base64Of(16),
  suite: z.literal(SUITE),
  gen: z.int().min(1),
  db: z.string().regex(/^main-[0-9]{6}\.db$/u),
  slots: z
    .array(
      z.discriminatedUnion('type', [passSlot, recoverySlot, sealedPassSlot, sealedRecoverySlot]),
    )
    .max(MOST_PASS_SLOTS + MOST_RECOVERY_SLOTS),
});
type HeaderJson = z.output<typeof headerSchema>;

/** Reads a header's bytes strictly (`docs/formats.md` §3). */
export function parseHeader(bytes: Uint8Array): HeaderResult {
  const result = parseTextFile(bytes, HEADER_KIND);
  if (!result.ok) return result;
  const json = parseExact(result.file.json, headerSchema);
  const header = json === undefined ? undefined : fromJson(json);
  if (header !== undefined) return { ok: true, read: { header, file: result.file } };
  return { ok: false, why: hasLaterSuite(result.file.json) ? 'newer' : 'damaged' };
}

export const writeHeader = (header: Header, headerKey: Uint8Array): Uint8Array =>
  writeTextFile(HEADER_KIND, JSON.stringify(toJson(header)), (covered) => hash(covered, headerKey));

export const isGenuine = ({ file }: ReadHeader, headerKey: Uint8Array): boolean =>
  isSame(hash(file.covered, headerKey), file.proof);

function fromJson(json: HeaderJson): Header | undefined {
  const passSlots: PassSlot[] = [];
  const recoverySlots: RecoverySlot[] = [];
  for (const slot of json.slots) {
    const { id, nonce, box } = {
      ...slot,
      nonce: fromBase64(slot.nonce),
      box: fromBase64(slot.box),
    };
    const sealed = 'eph' in slot ? { eph: fromBase64(slot.eph) } : {};
    if (!('kdf' in slot)) {
      recoverySlots.push({ id, type: SLOT_TYPE.recovery, ...sealed, nonce, box });
      continue;
    }
    if (recoverySlots.length > 0) return undefined;
    const { m_kib: mKib, t, salt } = slot.kdf;
    const [saltBytes, actor] = [fromBase64(salt), fromBase64(slot.actor)];
    passSlots.push({
      ...{ id, type: SLOT_TYPE.pass, mKib, t, salt: saltBytes },
      ...sealed,
      ...{ nonce, box, actor },
    });
  }
  if (!isAscending(passSlots) || !isAscending(recoverySlots)) return undefined;
  return {
    vaultId: fromBase64(json.vault_id),
    gen: json.gen,
    db: json.db,
    passSlots,
    recoverySlots,
  };
}

function toJson(header: Header): HeaderJson {
  return {
    vault_id: toBase64(header.vaultId),
    suite: SUITE,
    gen: header.gen,
    db: header.db,
    slots: [...header.passSlots.map(passJson), ...header.recoverySlots.map(recoveryJson)],
  };
}

type SlotJson = HeaderJson['slots'][number];

function passJson({ id, mKib, t, salt, eph, nonce, box, actor }: PassSlot): SlotJson {
  const cost = { alg: 'argon2id13' as const, m_kib: mKib, t, salt: toBase64(salt) };
  const rest = { nonce: toBase64(nonce), box: toBase64(box), actor: toBase64(actor) };
  return eph === undefined
    ? { id, type: SLOT_TYPE.pass, kdf: cost, ...rest }
    : { id, type: SEALED_BY_OTHERS.pass, kdf: cost, eph: toBase64(eph), ...rest };
}

function recoveryJson({ id, eph, nonce, box }: RecoverySlot): SlotJson {
  const rest = { nonce: toBase64(nonce), box: toBase64(box) };
  return eph === undefined
    ? { id, type: SLOT_TYPE.recovery, ...rest }
    : { id, type: SEALED_BY_OTHERS.recovery, eph: toBase64(eph), ...rest };
}

/** The number that stands for a slot in the file and in what its box is tied to. */
export const typeNumber = ({ type, eph }: Pick<Slot, 'type' | 'eph'>): number => {
  const isPass = type === SLOT_TYPE.pass;
  if (eph === undefined) return type;
  return isPass ? SEALED_BY_OTHERS.pass : SEALED_BY_OTHERS.recovery;
};

/** At least one, and each number once, in order. */
const isAscending = (slots: readonly Slot[]): boolean =>
  slots.length > 0 && slots.every((slot, i) => i === 0 || (slots[i - 1]?.id ?? 0) < slot.id);

function hasLaterSuite(json: string): boolean {
  const suite = /^\{"vault_id":"[A-Za-z0-9+/=]{24}","suite":([1-9][0-9]{0,5}),/u.exec(json)?.[1];
  return suite !== undefined && Number(suite) > SUITE;
}
