import type { WritableDb } from '#core/db/driver';

export const CARD_STATES = ['unverified', 'verified', 'changed', 'revoked'] as const;
export type CardState = (typeof CARD_STATES)[number];
/** How the digits of a card were compared. */
export const CHECK_WAYS = ['person', 'voice', 'qr'] as const;
export type CheckWay = (typeof CHECK_WAYS)[number];

/** A card of somebody elsewhere, as it is kept. Ids have 16 bytes, prints 32. */
export type CardRow = {
  readonly id: Uint8Array;
  readonly name: string;
  /** First half of the fingerprint. */
  readonly print: Uint8Array;
  readonly signPublic: Uint8Array;
  readonly agePublic: Uint8Array;
  readonly file: Uint8Array;
  readonly state: CardState;
  readonly how: CheckWay | null;
  readonly checkedAt: number | null;
  readonly checkedBy: Uint8Array | null;
  readonly addedAt: number;
  readonly addedBy: Uint8Array;
  readonly seizedAt: number | null;
  readonly lastTrusted: number | null;
};

export type GroupRow = {
  readonly id: Uint8Array;
  readonly name: string;
  /** 32 bytes: makes the pseudonyms of this group. */
  readonly key: Uint8Array;
};

const COLUMNS = `id, name, print, sign_public AS signPublic, age_public AS agePublic, file, state, how,
  checked_at AS checkedAt, checked_by AS checkedBy, added_at AS addedAt, added_by AS addedBy,
  seized_at AS seizedAt, last_trusted AS lastTrusted`;

/** Cards of others and their groups. */
export function cardStore(db: WritableDb) {
  const one = (where: string, value: Uint8Array): CardRow | undefined =>
    db.prepare<CardRow>(`SELECT ${COLUMNS} FROM card WHERE ${where} = ?`).get(value);
  return {
    all: (): readonly CardRow[] =>
      db.prepare<CardRow>(`SELECT ${COLUMNS} FROM card ORDER BY name, id`).all(),
    byId: (id: Uint8Array) => one('id', id),
    byPrint: (print: Uint8Array) => one('print', print),
    /** The person who had this card before the one they have now. */
    byFormer: (print: Uint8Array): CardRow | undefined => {
      const found = db
        .prepare<{ card: Uint8Array }>('SELECT card FROM card_former WHERE print = ?')
        .get(print);
      return found === undefined ? undefined : one('id', found.card);
    },
    save: (row: CardRow): void => {
      db.prepare(
        `INSERT OR REPLACE INTO card (id, name, print, sign_public, age_public, file, state, how,
           checked_at, checked_by, added_at, added_by, seized_at, last_trusted)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[row.id, row.name, row.print, row.signPublic, row.agePublic, row.file, row.state],
        ...[row.how, row.checkedAt, row.checkedBy, row.addedAt, row.addedBy],
        ...[row.seizedAt, row.lastTrusted],
      );
    },
    /** Forgets a card that nothing was made for or came from yet. */
    drop: (id: Uint8Array): void => {
      db.prepare('DELETE FROM card WHERE id = ?').run(id);
    },
    /** Remembers the keys that a person no longer uses. */
    retire: ({ id, print, file }: CardRow, untilMs: number): void => {
      db.prepare(
        'INSERT OR REPLACE INTO card_former (print, card, file, until_at) VALUES (?, ?, ?, ?)',
      ).run(print, id, file, untilMs);
    },
    ...groups(db),
  };
}

function groups(db: WritableDb) {
  return {
    groups: (): readonly GroupRow[] =>
      db.prepare<GroupRow>('SELECT id, name, key FROM card_group ORDER BY name').all(),
    saveGroup: ({ id, name, key }: GroupRow): void => {
      db.prepare('INSERT OR REPLACE INTO card_group (id, name, key) VALUES (?, ?, ?)').run(
        ...[id, name, key],
      );
    },
    dropGroup: (id: Uint8Array): void => {
      db.prepare('DELETE FROM card_group_member WHERE card_group = ?').run(id);
      db.prepare('DELETE FROM card_group WHERE id = ?').run(id);
    },
    members: (group: Uint8Array): readonly CardRow[] =>
      db
        .prepare<CardRow>(
          `SELECT ${COLUMNS} FROM card
           WHERE id IN (SELECT card FROM card_group_member WHERE card_group = ?) ORDER BY name, id`,
        )
        .all(group),
    join: (group: Uint8Array, card: Uint8Array): void => {
      db.prepare('INSERT OR IGNORE INTO card_group_member VALUES (?, ?)').run(group, card);
    },
    leave: (group: Uint8Array, card: Uint8Array): void => {
      db.prepare('DELETE FROM card_group_member WHERE card_group = ? AND card = ?').run(
        ...[group, card],
      );
    },
  };
}
