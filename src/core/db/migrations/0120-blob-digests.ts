/** What a bundle's manifest says of an attachment, known before the attachment is read. */
export const up0120 = `
  -- b2: BLAKE2b-256 of the plain bytes. An attachment kept by an older program has no row until it first leaves.
  CREATE TABLE blob_digest (
    name TEXT PRIMARY KEY REFERENCES blob (name) ON DELETE CASCADE,
    b2 BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
