/** Vaults that were made of this one to be carried, as long as somebody may ask for them. */
export const up0110 = `
  -- card: id of the card that the copy signs with. asked: JSON of what it was made of. place: the folder,
  -- for people to find it by.
  CREATE TABLE travel_copy (
    card BLOB PRIMARY KEY,
    at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    place TEXT NOT NULL,
    asked TEXT NOT NULL,
    records INTEGER NOT NULL,
    files INTEGER NOT NULL,
    back_at INTEGER,
    ended TEXT,
    ended_at INTEGER
  ) STRICT, WITHOUT ROWID;
`;
