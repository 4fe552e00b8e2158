import type { WritableDb } from '#core/db/driver';

export type BlobRow = {
  readonly name: string;
  readonly fileKey: Uint8Array;
  readonly sha256: Uint8Array;
  readonly sizeBytes: number;
};

export type ActorRow = {
  /** 16 bytes. */
  readonly id: Uint8Array;
  /** Null for a hand without a passphrase of its own, such as the recovery key. */
  readonly slot: number | null;
  readonly name: string;
  readonly signPublic: Uint8Array | null;
  readonly agePublic: Uint8Array | null;
  readonly secretNonce: Uint8Array | null;
  readonly secretBox: Uint8Array | null;
};

/** The vault's own affairs in its database: secrets, hands, device, and the keys of attachments. */
export type VaultStore = ReturnType<typeof vaultStore>;

const ACTOR_COLUMNS = `id, slot, name, sign_public AS signPublic, age_public AS agePublic,
  secret_nonce AS secretNonce, secret_box AS secretBox`;
const BLOB_COLUMNS = 'name, file_key AS fileKey, sha256, size_bytes AS sizeBytes';
/** Attachments written whose naming row may not have followed; a setting each. */
const PENDING = 'blob-pending/';

export function vaultStore(db: WritableDb) {
  return {
    secret: (name: string): Uint8Array | undefined =>
      db.prepare<{ value: Uint8Array }>('SELECT value FROM secret WHERE name = ?').get(name)?.value,
    setSecret: (name: string, value: Uint8Array): void => {
      db.prepare('INSERT OR REPLACE INTO secret (name, value) VALUES (?, ?)').run(name, value);
    },
    dropSecret: (name: string): void => {
      db.prepare('DELETE FROM secret WHERE name = ?').run(name);
    },
    secretNames: (prefix: string): readonly string[] =>
      db
        .prepare<{ name: string }>('SELECT name FROM secret WHERE substr(name, 1, ?) = ?')
        .all(prefix.length, prefix)
        .map(({ name }) => name),
    setting: (name: string): string | undefined =>
      db.prepare<{ value: string }>('SELECT value FROM setting WHERE name = ?').get(name)?.value,
    setSetting: (name: string, value: string): void => {
      db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(name, value);
    },
    dropSetting: (name: string): void => {
      db.prepare('DELETE FROM setting WHERE name = ?').run(name);
    },
    /** Names and values of all settings that begin so. */
    settings: (prefix: string): readonly { readonly name: string; readonly value: string }[] =>
      db
        .prepare<{ name: string; value: string }>(
          'SELECT name, value FROM setting WHERE substr(name, 1, ?) = ? ORDER BY name',
        )
        .all(prefix.length, prefix),
    device: (): Uint8Array | undefined =>
      db.prepare<{ id: Uint8Array }>('SELECT id FROM device ORDER BY made_at DESC').get()?.id,
    addDevice: (id: Uint8Array, madeAt: number): void => {
      db.prepare('INSERT INTO device (id, made_at) VALUES (?, ?)').run(id, madeAt);
    },
    ...actors(db),
    ...blobs(db),
  };
}

function actors(db: WritableDb) {
  return {
    actor: (id: Uint8Array): ActorRow | undefined =>
      db.prepare<ActorRow>(`SELECT ${ACTOR_COLUMNS} FROM actor WHERE id = ?`).get(id),
    saveActor: (row: ActorRow): void => {
      db.prepare(
        `INSERT OR REPLACE INTO actor
           (id, slot, name, sign_public, age_public, secret_nonce, secret_box)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        row.id,
        row.slot,
        row.name,
        row.signPublic,
        row.agePublic,
        row.secretNonce,
        row.secretBox,
      );
    },
    /** Frees a slot number that a change of slots, broken off, left with somebody. */
    freeSlot: (slot: number): void => {
      db.prepare('UPDATE actor SET slot = NULL WHERE slot = ?').run(slot);
    },
    /** Takes a person's slot and secrets away; the name stays with what they did. */
    retireActor: (id: Uint8Array): void => {
      db.prepare(
        'UPDATE actor SET slot = NULL, secret_nonce = NULL, secret_box = NULL WHERE id = ?',
      ).run(id);
    },
    actors: (): readonly ActorRow[] =>
      db.prepare<ActorRow>(`SELECT ${ACTOR_COLUMNS} FROM actor ORDER BY slot, id`).all(),
  };
}

function blobs(db: WritableDb) {
  const markPendingBlob = (name: string): void => {
    db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(
      ...[`${PENDING}${name}`, ''],
    );
  };
  const saveBlobDigest = (name: string, b2: Uint8Array): void => {
    db.prepare('INSERT OR REPLACE INTO blob_digest (name, b2) VALUES (?, ?)').run(name, b2);
  };
  return {
    blob: (name: string): BlobRow | undefined =>
      db.prepare<BlobRow>(`SELECT ${BLOB_COLUMNS} FROM blob WHERE name = ?`).get(name),
    blobNames: (): readonly string[] =>
      db
        .prepare<{ name: string }>('SELECT name FROM blob ORDER BY name')
        .all()
        .map(({ name }) => name),
    /** BLAKE2b-256 of its plain bytes; undefined where nobody has read them for it yet. */
    blobDigest: (name: string): Uint8Array | undefined =>
      db.prepare<{ b2: Uint8Array }>('SELECT b2 FROM blob_digest WHERE name = ?').get(name)?.b2,
    saveBlobDigest,
    /** Keeps the key of an attachment, marked until something is known to name it. */
    saveBlob: (row: BlobRow & { readonly b2: Uint8Array }): void => {
      db.transaction(() => {
        db.prepare(
          'INSERT OR REPLACE INTO blob (name, file_key, sha256, size_bytes) VALUES (?, ?, ?, ?)',
        ).run(row.name, row.fileKey, row.sha256, row.sizeBytes);
        saveBlobDigest(row.name, row.b2);
        markPendingBlob(row.name);
      });
    },
    /** The next unlock looks whether anything still names it. */
    markPendingBlob,
    dropBlob: (name: string): void => {
      db.prepare('DELETE FROM blob WHERE name = ?').run(name);
    },
    pendingBlobs: (): readonly string[] =>
      db
        .prepare<{ name: string }>(
          `SELECT substr(name, ${String(PENDING.length + 1)}) AS name FROM setting
           WHERE name >= '${PENDING}' AND name < 'blob-pending0'`,
        )
        .all()
        .map(({ name }) => name),
    clearPendingBlob: (name: string): void => {
      db.prepare('DELETE FROM setting WHERE name = ?').run(`${PENDING}${name}`);
    },
    /** Attachments that documents name as they stand. */
    blobsInRecords: (): ReadonlySet<string> =>
      new Set(
        db
          .prepare<{ blob: string }>('SELECT blob FROM document WHERE blob IS NOT NULL')
          .all()
          .map(({ blob }) => blob),
      ),
    /** Whether any change ever made, or a draft, holds the name; reads them all. */
    isBlobMentioned: (name: string): boolean =>
      ['change', 'draft'].some(
        (table) =>
          db
            .prepare(`SELECT 1 AS found FROM ${table} WHERE instr(value, ?) > 0 LIMIT 1`)
            .get(name) !== undefined,
      ),
  };
}
