import type { ErrorCode } from './codes';
import type { ErrorText } from './error-text';

const KEPT = 'The file lies in the vault as it came, byte for byte.';
const SAVE = 'Save it to a file to look at it in another program, best on a machine without cases.';

/** Errors of looking into a document, to show it or to search its text. */
export const readingTexts = {
  'read/encrypted': {
    what: 'This file is locked with a password of its own, so nothing of it can be shown or searched.',
    safe: KEPT,
    next: 'Ask whoever sent it for a copy without a password, and take that in too.',
  },
  'read/damaged': {
    what: 'This file is damaged, or is not what it says it is, and cannot be shown.',
    safe: KEPT,
    next: SAVE,
  },
  'read/limit': {
    what: 'This file goes beyond what is safe to open here: {reason}.',
    safe: KEPT,
    next: SAVE,
  },
  'read/doctype': {
    what: 'This file carries declarations that no honest document of its kind has, so it was not opened.',
    safe: KEPT,
    next: 'Ask who sent it, and how. Open it in no other program before you know.',
  },
  'read/kind': {
    what: 'Files of this kind are not shown here.',
    safe: KEPT,
    next: SAVE,
  },
  'read/slow': {
    what: 'Reading this file came no further for {seconds} seconds and was ended.',
    safe: KEPT,
    next: 'Try once more. If it stops again, save it to a file to look at it in another program.',
  },
  'read/memory': {
    what: 'Reading this file took more than {mebibytes} MiB of memory and was ended.',
    safe: KEPT,
    next: SAVE,
  },
  'read/died': {
    what: 'The process that read this file died. It held nothing but this file.',
    safe: 'The vault is open and whole, and so is the file in it.',
    next: 'Try once more. If it dies again, be careful with this file: it may have been made to do that.',
  },
  'read/closed': {
    what: 'This document is no longer open to look at.',
    safe: 'Nothing was changed.',
    next: 'Choose the document again.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;
