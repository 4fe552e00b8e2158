/** Cards of others, their groups, and what went out to them and came from them. */
export const up0070 = `
  -- A person elsewhere. file is the card as it was handed over; print the first half of its fingerprint.
  -- state: unverified, verified, changed, revoked. how and checked_*: who compared the digits, and how.
  CREATE TABLE card (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    print BLOB NOT NULL UNIQUE,
    sign_public BLOB NOT NULL,
    age_public BLOB NOT NULL,
    file BLOB NOT NULL,
    state TEXT NOT NULL,
    how TEXT,
    checked_at INTEGER,
    checked_by BLOB,
    added_at INTEGER NOT NULL,
    added_by BLOB NOT NULL,
    -- Set by a notice that this desk was seized: nothing later of it is taken in.
    seized_at INTEGER,
    last_trusted INTEGER
  ) STRICT, WITHOUT ROWID;
  -- Cards that a person had before.
  CREATE TABLE card_former (
    print BLOB PRIMARY KEY,
    card BLOB NOT NULL,
    file BLOB NOT NULL,
    until_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- key makes the pseudonyms of this group, and of no other.
  CREATE TABLE card_group (id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, key BLOB NOT NULL)
    STRICT, WITHOUT ROWID;
  CREATE TABLE card_group_member (
    card_group BLOB NOT NULL,
    card BLOB NOT NULL,
    PRIMARY KEY (card_group, card)
  ) STRICT, WITHOUT ROWID;

  -- Bundles made here. sent_order is what was asked for, so that it can be asked for again.
  CREATE TABLE sent (
    id BLOB PRIMARY KEY,
    at INTEGER NOT NULL,
    sender BLOB NOT NULL,
    seq INTEGER NOT NULL,
    addressee TEXT NOT NULL,
    sent_order TEXT NOT NULL,
    sha256 BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sent_by_seq ON sent (sender, seq);
  -- Who said that a bundle arrived, and what they took of it.
  CREATE TABLE receipt (
    bundle BLOB NOT NULL,
    print BLOB NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (bundle, print)
  ) STRICT, WITHOUT ROWID;
  -- Bundles that were taken in, wholly or in part; kept also when nothing of them is left.
  CREATE TABLE arrival (
    id BLOB PRIMARY KEY,
    print BLOB NOT NULL,
    seq INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    manifest BLOB NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX arrival_by_seq ON arrival (print, seq);
`;
