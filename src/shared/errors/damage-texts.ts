import type { ErrorCode } from './codes';
import { NOTHING_WRITTEN, VAULT_UNTOUCHED, type ErrorText } from './error-text';

/** Errors of what is found damaged. */
export const damageTexts = {
  'vault/damaged': {
    what: 'This vault shows damage, so nothing more is written to it while it is open.',
    safe: 'What was saved before can be read, and what you are typing is kept as a draft.',
    next: 'Export what is readable, and restore a backup into a new folder.',
  },
  'db/damaged': {
    what: 'The database is damaged: a part of it is not what was written. This is not a wrong passphrase.',
    safe: 'Attachments are other files, and records in whole pages can still be read.',
    next: 'Do not write to this vault. Copy the folder as it is, run "rihai verify", and restore from a backup.',
  },
  'db/plaintext': {
    what: 'The database file is not encrypted as it must be.',
    safe: 'It was not opened and nothing was written into it.',
    next: 'Treat what is in this file as exposed, and open a backup.',
  },
  'db/settings': {
    what: 'The database did not take a setting that its safety depends on.',
    safe: 'It was closed at once and not changed.',
    next: 'Reinstall Rihai; this build does not match its database library.',
  },
  'db/newer': {
    what: 'The database was written by a newer version of Rihai.',
    safe: 'It was not opened, so this version cannot have harmed it.',
    next: 'Install the newer version and open it there.',
  },
  'db/tables-differ': {
    what: 'The tables shown do not agree with the list of changes they are made from.',
    safe: 'The list of changes is the case file, and it is whole.',
    next: 'Keep a copy of the folder, then make the tables anew: rihai verify --rebuild.',
  },
  'db/derived-differ': {
    what: 'Search, clocks or the lists of who is where do not agree with the records.',
    safe: 'The records are whole; only what is worked out from them is wrong.',
    next: 'Make it anew from the records: rihai verify --rebuild.',
  },
  'audit/broken': {
    what: 'The log of who did what was altered after it was written.',
    safe: 'Records and attachments can still be read; what the log says from this row on cannot be relied on.',
    next: 'Keep this copy as it is, and compare it with a backup.',
  },
  'blob/missing': {
    what: 'The file of an attachment is gone from the vault folder.',
    safe: 'All other attachments and every record are untouched.',
    next: 'Copy the blobs folder back from a backup; "rihai verify" lists which are missing.',
  },
  'blob/damaged': {
    what: 'An attachment is damaged: its bytes are not those that were put in.',
    safe: 'Nothing of it was handed out. All other attachments and every record are untouched.',
    next: 'Copy this one file back from a backup; "rihai verify" names it.',
  },
  'blob/not-here': {
    what: 'The file of this document has not come to this vault: another desk wrote of it, and no bundle so far carried the file.',
    safe: 'Nothing is lost or damaged. What is known of the document is here.',
    next: 'Sync the shared folder again, or ask the desk that holds it for a bundle with its files.',
  },
  'blob/too-large': {
    what: 'The file is larger than the vault takes.',
    safe: NOTHING_WRITTEN,
    next: 'Split the file, or keep it outside and record where it lies.',
  },
  'bundle/clash': {
    what: 'A change in this file carries the id of one held here but says something else.',
    safe: 'The whole file was refused; the vault was not changed.',
    next: 'Do not take it in. Ask the sender which copy is right.',
  },
  'pack/damaged': {
    what: 'The rules of a jurisdiction that ship with Rihai are damaged.',
    safe: VAULT_UNTOUCHED,
    next: 'Reinstall Rihai.',
  },
  'pack/unknown': {
    what: 'A case names the rules of a jurisdiction that this copy of Rihai does not have.',
    safe: VAULT_UNTOUCHED,
    next: 'Install the version that has them, or correct the case.',
  },
  'export/not-clean': {
    what: 'The finished paper still held something that must not leave (an author, a tool, a random id or a path).',
    safe: 'No file was written.',
    next: 'Report this; do not make the paper in another way from this vault.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;
