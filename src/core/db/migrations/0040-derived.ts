/** What is derived from the facts and rewritten in the transaction that changes them. */
export const up0040 = `
  -- Folded text, marked headings, kinds and keys of names; rowid is search_part.key.
  -- Originals are read from the records.
  CREATE TABLE search_part (
    key INTEGER PRIMARY KEY,
    rec INTEGER NOT NULL,
    -- 0 is the record itself, 1.. a page of a document's text.
    page INTEGER NOT NULL,
    UNIQUE (rec, page)
  ) STRICT;
  -- Prefixes up to four letters: words in headings carry one more letter before them.
  CREATE VIRTUAL TABLE search USING fts5(
    body,
    content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0",
    prefix='1 2 3 4'
  );
  INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
  CREATE TABLE document_text (
    rec INTEGER NOT NULL,
    page INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (rec, page)
  ) STRICT, WITHOUT ROWID;

  -- One result per subject and rule. Bounds are minutes since 1970 UTC; null where none.
  CREATE TABLE clock (
    rec INTEGER NOT NULL,
    rule TEXT NOT NULL,
    person BLOB,
    matter BLOB,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    due_lo INTEGER,
    due_hi INTEGER,
    result TEXT NOT NULL,
    pack TEXT NOT NULL,
    PRIMARY KEY (rec, rule)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX clock_by_due ON clock (is_open, due_lo);
  CREATE INDEX clock_by_person ON clock (person);

  -- Where each person stands: what Today and the list of detainees read.
  CREATE TABLE standing (
    rec INTEGER PRIMARY KEY,
    status TEXT NOT NULL,
    place TEXT NOT NULL,
    place_type TEXT,
    hold_type TEXT,
    held_from TEXT,
    regime TEXT,
    has_open_hold INTEGER NOT NULL,
    is_inside INTEGER NOT NULL,
    confirmed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX standing_inside ON standing (is_inside, has_open_hold);

  -- The latest day fixed in each proceeding that is not decided: finds matters without a next date.
  CREATE TABLE docket (
    rec INTEGER PRIMARY KEY,
    is_pending INTEGER NOT NULL,
    last_fixed TEXT,
    last_hearing INTEGER
  ) STRICT;
  CREATE INDEX docket_pending ON docket (is_pending, last_fixed);
  CREATE INDEX hearing_by_day ON hearing ("on_lo");
  CREATE INDEX task_by_due ON task ("done_on", "due_on_lo");
`;
