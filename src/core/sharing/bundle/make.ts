import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import type { Leaving } from '#core/gate/model';
import { CHANGE_SCHEMA } from '#core/changes/model';
import { exchangeStore } from '#core/db/repositories/exchange-store';
import { tapped } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import { makeCard } from '#core/identity/card';
import { toBase64 } from '#core/vault/exact-json';
import type { Identity } from '#core/identity/identity';
import { ownIdentity } from '#core/vault/own-identity';
import type { OpenVault } from '#core/vault/ports';
import { hash, wipe } from '#core/vault/sodium';
import { vaultStore } from '#core/db/repositories/vault-store';
import { changeEntries } from './change-lines';
import { writeFrame } from './frame';
import { commitmentTo, shortPrint, signManifest, type Entry, type Manifest } from './manifest';
import { sealOuter, type Lock } from './outer';
import { placeOfLog } from './witness';

/** Cards and groups a bundle was asked for, by their ids in hex. */
export type AskedFor = {
  readonly cards: readonly string[];
  readonly groups: readonly string[];
  readonly toSelf: boolean;
};

/** Who a bundle is for. */
export type Addressee =
  | {
      readonly type: 'cards';
      readonly cards: readonly { signPublic: Uint8Array; agePublic: Uint8Array }[];
      /** As it was asked for, so that the same can be asked for again. */
      readonly asked?: AskedFor;
    }
  | { readonly type: 'passphrase'; readonly words: string };

/** What was asked for, as it is kept with a bundle that was made. */
export type SentOrder = Omit<Leaving['order'], 'pseudonyms'> & {
  readonly isNameless: boolean;
  readonly asked?: AskedFor;
};

export type MakeOptions = {
  readonly leaving: Leaving;
  readonly addressee: Addressee;
  /** A word from the sender; goes inside. */
  readonly note?: string;
  /** Its place in a shared folder. */
  readonly stream?: Manifest['stream'];
  /** Called with the bytes of each part that is read for the manifest alone; what it throws ends the work. */
  readonly onRead?: (bytes: number) => void;
};

export type MadeBundle = {
  readonly bundleId: Uint8Array;
  readonly seq: number;
  /** The file, as it is written; the vault must not change until its end. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Notes in vault and log that it left; call it when every byte is on the disk. */
  readonly note: () => { readonly sha256: string };
};

/** What the manifest says of each entry. An attachment is read here only where nobody has hashed it yet. */
async function listEntries(
  vault: OpenVault,
  { set, files }: Leaving,
  onRead: MakeOptions['onRead'],
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const lines of changeEntries(set)) {
    const b2 = toBase64(hash(lines));
    entries.push({ n: entries.length, kind: 'changes', len: lines.length, b2, name: '' });
  }
  for (const { blob, sizeBytes } of files) {
    const b2 = toBase64(await vault.blobs.digest(blob, onRead));
    entries.push({ n: entries.length, kind: 'blob', len: sizeBytes, b2, name: blob });
  }
  return entries;
}

async function* contents(vault: OpenVault, { set, files }: Leaving): AsyncGenerator<Uint8Array> {
  yield* changeEntries(set);
  for (const { blob } of files) yield* vault.blobs.read(blob);
}

/** The card of whoever opened the vault, with their name as it stands there. */
export function ownCard(vault: OpenVault, identity: Identity): Uint8Array {
  const name = vaultStore(vault.db).actor(idToBytes(vault.actor))?.name ?? '';
  return makeCard(name, identity);
}

/** Lends the identity of whoever opened the vault. Throws `card/identity` after a recovery key. */
export async function withIdentity<T>(
  vault: OpenVault,
  use: (identity: Identity) => T | Promise<T>,
): Promise<T> {
  const identity = ownIdentity(vault);
  if (identity === undefined) throw new AppError('card/identity');
  try {
    return await use(identity);
  } finally {
    wipe(identity.seed, identity.ageSecret);
  }
}

function rcptOf(addressee: Addressee, bundleId: Uint8Array): Manifest['rcpt'] {
  if (addressee.type === 'passphrase') return 'passphrase';
  return addressee.cards.map((card) => commitmentTo(bundleId, shortPrint(card))).sort();
}

const lockOf = (addressee: Addressee): Lock =>
  addressee.type === 'passphrase'
    ? addressee
    : { type: 'recipients', agePublic: addressee.cards.map(({ agePublic }) => agePublic) };

/**
 * Makes a bundle of what the gate let through. Throws `card/identity`, and `bundle/limit` for more than a
 * bundle carries; it, or the bytes it answers, `blob/…` where an attachment cannot be read.
 */
export async function makeBundle(
  vault: OpenVault,
  { leaving, addressee, note = '', stream = null, onRead }: MakeOptions,
): Promise<MadeBundle> {
  const { db, clock, random, audit } = vault;
  const store = exchangeStore(db);
  const bundleId = random.bytes(16);
  const { order } = leaving;
  const entries = await listEntries(vault, leaving, onRead);
  const signed = await withIdentity(vault, (identity) => {
    const print = shortPrint(identity);
    const seq = store.lastSeq(print) + 1;
    const manifest: Manifest = {
      bundle_id: toBase64(bundleId),
      sender: new TextDecoder().decode(ownCard(vault, identity)),
      rcpt: rcptOf(addressee, bundleId),
      ...{ created_ms: clock.nowMs(), seq },
      scope: {
        ...{ purpose: order.purpose, level: leaving.level, history: order.history },
        pseudonyms: order.pseudonyms !== undefined,
      },
      ...{
        note,
        schema: CHANGE_SCHEMA,
        checkpoint: placeOfLog(vault, identity.signPublic),
        stream,
        entries: [...entries],
      },
    };
    return { ...signManifest(manifest, identity), manifest, print, seq };
  });
  const entryBytes = entries.reduce((sum, { len }) => sum + len, 0);
  const inner = writeFrame(signed.bytes, signed.signature, contents(vault, leaving), entryBytes);
  const digest = createHash('sha256');
  return {
    ...{ bundleId, seq: signed.seq },
    bytes: tapped(sealOuter(inner, lockOf(addressee), random), (part) => digest.update(part)),
    note: () => {
      const sha256 = digest.digest();
      db.transaction(() => {
        store.addSent({
          ...{ id: bundleId, at: clock.nowMs(), sender: signed.print, seq: signed.seq },
          addressee: JSON.stringify(printsOf(addressee)),
          sentOrder: orderText(order, addressee),
          ...{ sha256, manifest: hash(signed.bytes) },
        });
        audit.append('bundle', Buffer.from(bundleId).toString('hex'), {
          ...{ purpose: order.purpose, level: leaving.level, seq: signed.seq },
          ...{ records: leaving.records.length, files: leaving.files.length },
          ...{ sha256: sha256.toString('hex') },
        });
      });
      return { sha256: sha256.toString('hex') };
    },
  };
}

const printsOf = (addressee: Addressee): readonly string[] | 'passphrase' =>
  addressee.type === 'passphrase'
    ? 'passphrase'
    : addressee.cards.map((card) => Buffer.from(shortPrint(card)).toString('hex'));

/** What was asked for, without the key of the group: it is found again by the group. */
function orderText({ pseudonyms, ...order }: Leaving['order'], addressee: Addressee): string {
  const asked = addressee.type === 'cards' ? addressee.asked : undefined;
  const sent: SentOrder = {
    ...order,
    isNameless: pseudonyms !== undefined,
    ...(asked && { asked }),
  };
  return JSON.stringify(sent);
}
