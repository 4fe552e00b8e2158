/** The current view: one table a kind, a column a single-valued field, two more for the bounds of a date. */
export const up0030 = `
  CREATE TABLE "person" (
    rec INTEGER PRIMARY KEY,
    "sex" TEXT,
    "born_on" TEXT, "born_on_lo" TEXT, "born_on_hi" TEXT,
    "age_years" INTEGER,
    "age_on" TEXT, "age_on_lo" TEXT, "age_on_hi" TEXT,
    "nationality" TEXT,
    "occupation" TEXT,
    "why_inside" TEXT,
    "safety" TEXT,
    "dependants" TEXT,
    "photo" BLOB,
    "incident" BLOB,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "contact" (
    rec INTEGER PRIMARY KEY,
    "nature" TEXT,
    "organisation" TEXT,
    "enrolment_number" TEXT,
    "safe_way" TEXT,
    "safe_hours" TEXT,
    "code_word" TEXT,
    "may_be_told" TEXT,
    "person" BLOB,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "incident" (
    rec INTEGER PRIMARY KEY,
    "title" TEXT,
    "on" TEXT, "on_lo" TEXT, "on_hi" TEXT,
    "place" TEXT,
    "what" TEXT
  ) STRICT;
  CREATE TABLE "link" (
    rec INTEGER PRIMARY KEY,
    "from" BLOB,
    "to" BLOB,
    "role" TEXT,
    "since" TEXT, "since_lo" TEXT, "since_hi" TEXT,
    "until" TEXT, "until_lo" TEXT, "until_hi" TEXT,
    "note" TEXT
  ) STRICT;
  CREATE TABLE "case" (
    rec INTEGER PRIMARY KEY,
    "title" TEXT,
    "pack" TEXT,
    "pack_version" TEXT,
    "region" TEXT,
    "regime" TEXT,
    "incident" BLOB,
    "fir_number" TEXT,
    "fir_year" INTEGER,
    "fir_at" TEXT, "fir_at_lo" TEXT, "fir_at_hi" TEXT,
    "police_station" TEXT,
    "district" TEXT,
    "complainant" TEXT,
    "fir_delay_hours" INTEGER,
    "allegation" TEXT,
    "stage" TEXT,
    "status" TEXT,
    "challan_on" TEXT, "challan_on_lo" TEXT, "challan_on_hi" TEXT,
    "charge_framed_on" TEXT, "charge_framed_on_lo" TEXT, "charge_framed_on_hi" TEXT,
    "trial_concluded_on" TEXT, "trial_concluded_on_lo" TEXT, "trial_concluded_on_hi" TEXT,
    "strengths" TEXT,
    "gaps" TEXT,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "proceeding" (
    rec INTEGER PRIMARY KEY,
    "case" BLOB,
    "type" TEXT,
    "court" TEXT,
    "court_title" TEXT,
    "place" TEXT,
    "prefix" TEXT,
    "number" TEXT,
    "suffix" TEXT,
    "year" INTEGER,
    "judge" TEXT,
    "filed_on" TEXT, "filed_on_lo" TEXT, "filed_on_hi" TEXT,
    "status" TEXT,
    "result" TEXT,
    "result_on" TEXT, "result_on_lo" TEXT, "result_on_hi" TEXT,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "accused" (
    rec INTEGER PRIMARY KEY,
    "case" BLOB,
    "person" BLOB,
    "name" TEXT,
    "serial" INTEGER,
    "role_alleged" TEXT,
    "previous_convict" INTEGER,
    "plea" TEXT,
    "sentence" TEXT,
    "sentence_years" INTEGER,
    "delay_by_accused_days" INTEGER,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "charge" (
    rec INTEGER PRIMARY KEY,
    "accused" BLOB,
    "case" BLOB,
    "section" TEXT,
    "section_text" TEXT,
    "added_on" TEXT, "added_on_lo" TEXT, "added_on_hi" TEXT,
    "dropped_on" TEXT, "dropped_on_lo" TEXT, "dropped_on_hi" TEXT,
    "result" TEXT,
    "result_on" TEXT, "result_on_lo" TEXT, "result_on_hi" TEXT,
    "note" TEXT
  ) STRICT;
  CREATE TABLE "hearing" (
    rec INTEGER PRIMARY KEY,
    "proceeding" BLOB,
    "on" TEXT, "on_lo" TEXT, "on_hi" TEXT,
    "court_room" TEXT,
    "list_number" INTEGER,
    "judge" TEXT,
    "purpose" TEXT,
    "goes" BLOB,
    "bring" TEXT,
    "status" TEXT,
    "outcome" TEXT,
    "order_gist" TEXT,
    "adjourn_reason" TEXT,
    "adjourned_by" TEXT,
    "next" BLOB,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "appearance" (
    rec INTEGER PRIMARY KEY,
    "hearing" BLOB,
    "accused" BLOB,
    "produced" TEXT,
    "why_not" TEXT,
    "order" TEXT,
    "next_on" TEXT, "next_on_lo" TEXT, "next_on_hi" TEXT
  ) STRICT;
  CREATE TABLE "order" (
    rec INTEGER PRIMARY KEY,
    "type" TEXT,
    "case" BLOB,
    "proceeding" BLOB,
    "hearing" BLOB,
    "number" TEXT,
    "on" TEXT, "on_lo" TEXT, "on_hi" TEXT,
    "authority" TEXT,
    "statute" TEXT,
    "from" TEXT, "from_lo" TEXT, "from_hi" TEXT,
    "until" TEXT, "until_lo" TEXT, "until_hi" TEXT,
    "days" INTEGER,
    "bail_amount" INTEGER,
    "sureties" INTEGER,
    "conditions" TEXT,
    "gist" TEXT,
    "document" BLOB
  ) STRICT;
  CREATE TABLE "hold" (
    rec INTEGER PRIMARY KEY,
    "person" BLOB,
    "case" BLOB,
    "type" TEXT,
    "from" TEXT, "from_lo" TEXT, "from_hi" TEXT,
    "until" TEXT, "until_lo" TEXT, "until_hi" TEXT,
    "order" BLOB,
    "lifted_by" BLOB,
    "authority" TEXT,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "placement" (
    rec INTEGER PRIMARY KEY,
    "person" BLOB,
    "type" TEXT,
    "place" TEXT,
    "prison_number" TEXT,
    "barrack" TEXT,
    "from" TEXT, "from_lo" TEXT, "from_hi" TEXT,
    "until" TEXT, "until_lo" TEXT, "until_hi" TEXT,
    "authority" TEXT,
    "source" TEXT,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "custody_event" (
    rec INTEGER PRIMARY KEY,
    "person" BLOB,
    "hold" BLOB,
    "case" BLOB,
    "type" TEXT,
    "at" TEXT, "at_lo" TEXT, "at_hi" TEXT,
    "place" TEXT,
    "authority" TEXT,
    "travel_minutes" INTEGER,
    "document" BLOB,
    "note" TEXT
  ) STRICT;
  CREATE TABLE "claim" (
    rec INTEGER PRIMARY KEY,
    "about" BLOB,
    "field" TEXT,
    "value" TEXT,
    "source" TEXT,
    "words" TEXT,
    "document" BLOB,
    "page" INTEGER,
    "reliability" TEXT,
    "certainty" TEXT,
    "as_of" TEXT, "as_of_lo" TEXT, "as_of_hi" TEXT,
    "confirmed_on" TEXT, "confirmed_on_lo" TEXT, "confirmed_on_hi" TEXT,
    "confirmed_by" TEXT,
    "preferred" INTEGER,
    "preferred_reason" TEXT
  ) STRICT;
  CREATE TABLE "document" (
    rec INTEGER PRIMARY KEY,
    "title" TEXT,
    "type" TEXT,
    "on" TEXT, "on_lo" TEXT, "on_hi" TEXT,
    "language" TEXT,
    "pages" INTEGER,
    "original_name" TEXT,
    "media_type" TEXT,
    "size_bytes" INTEGER,
    "sha256" TEXT,
    "blob" TEXT,
    "received_from" TEXT,
    "received_how" TEXT,
    "received_on" TEXT, "received_on_lo" TEXT, "received_on_hi" TEXT,
    "received_by" TEXT,
    "paper_at" TEXT,
    "translation_of" BLOB,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "task" (
    rec INTEGER PRIMARY KEY,
    "title" TEXT,
    "due_on" TEXT, "due_on_lo" TEXT, "due_on_hi" TEXT,
    "hearing" BLOB,
    "offset_days" INTEGER,
    "assignee" BLOB,
    "case" BLOB,
    "person" BLOB,
    "done_on" TEXT, "done_on_lo" TEXT, "done_on_hi" TEXT,
    "notes" TEXT
  ) STRICT;
  CREATE TABLE "rule_override" (
    rec INTEGER PRIMARY KEY,
    "rule" TEXT,
    "subject" BLOB,
    "effect" TEXT,
    "due_at" TEXT, "due_at_lo" TEXT, "due_at_hi" TEXT,
    "reason" TEXT,
    "by" TEXT
  ) STRICT;`;
