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

  -- One result per person, subject (a hold or an order) and rule; rec is the subject's record.
  -- Bounds are minutes since 1970 UTC; null where none. cause is what many people's clocks fold by.
  CREATE TABLE clock (
    person BLOB NOT NULL,
    rec INTEGER NOT NULL,
    rule TEXT NOT NULL,
    matter BLOB,
    cause BLOB NOT NULL,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    due_lo INTEGER,
    due_hi INTEGER,
    result TEXT NOT NULL,
    pack TEXT NOT NULL,
    PRIMARY KEY (person, rec, rule)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX clock_open ON clock (state, due_lo, rule, cause) WHERE is_open = 1;
  CREATE INDEX clock_by_due ON clock (is_open, due_lo);
  CREATE INDEX clock_by_matter ON clock (matter);
  CREATE INDEX clock_by_subject ON clock (rec);

  -- Where each person stands: what Today and the list of detainees read.
  -- held_until is the end, in minutes, of the last basis of custody where none is without end.
  CREATE TABLE standing (
    rec INTEGER PRIMARY KEY,
    status TEXT NOT NULL,
    place TEXT NOT NULL,
    place_type TEXT,
    hold_type TEXT,
    held_from INTEGER,
    held_until INTEGER,
    regime TEXT,
    has_open_hold INTEGER NOT NULL,
    is_inside INTEGER NOT NULL,
    -- Minutes of the latest dated fact of custody; 0 where there is none.
    confirmed_at INTEGER NOT NULL,
    -- The last step of a chain of release that has not ended, and when it was.
    release_step TEXT,
    release_at INTEGER
  ) STRICT;
  CREATE INDEX standing_alarm ON standing (held_until) WHERE is_inside = 1 AND has_open_hold = 0;
  CREATE INDEX standing_stale ON standing (confirmed_at) WHERE is_inside = 1;
  CREATE INDEX standing_held ON standing (held_from) WHERE is_inside = 1;
  CREATE INDEX standing_place ON standing (place);
  CREATE INDEX standing_release ON standing (release_at) WHERE release_step IS NOT NULL;

  -- The latest day fixed in each proceeding that is not decided: finds matters without a next date.
  CREATE TABLE docket (
    rec INTEGER PRIMARY KEY,
    is_pending INTEGER NOT NULL,
    last_fixed TEXT,
    last_hearing INTEGER
  ) STRICT;
  CREATE INDEX docket_pending ON docket (is_pending, last_fixed);
  CREATE INDEX hearing_by_day ON hearing ("on_lo");
  CREATE INDEX task_by_due ON task ("due_on_lo") WHERE "done_on" IS NULL;
  CREATE INDEX task_by_hearing ON task ("hearing") WHERE "done_on" IS NULL AND "due_on" IS NULL;
`;
