import type { ErrorCode } from './codes';
import type { ErrorText } from './error-text';

/** Errors of destroying a vault. */
export const wipingTexts = {
  'wipe/link': {
    what: 'A header of this vault is a link that leads elsewhere, or no file at all.',
    safe: 'Nothing was destroyed.',
    next: 'Go to the folder that really holds the vault, and wipe that one.',
  },
  'wipe/header-stays': {
    what: 'A copy of the header could not be destroyed: the vault can still be opened with its passphrase.',
    safe: 'Attachments and database were not touched.',
    next: 'See that the disk can be written and that the file is yours, then wipe again.',
  },
  'wipe/not-held': {
    what: 'The button was not held for five seconds.',
    safe: 'Nothing was destroyed.',
    next: 'Hold it until the count has run down, if you mean it.',
  },
  'wipe/not-allowed': {
    what: 'Wiping from the lock screen is switched off.',
    safe: 'Nothing was destroyed.',
    next: 'Open the vault and wipe it in the settings, or allow it there beforehand.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;
