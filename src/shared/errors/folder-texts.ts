import type { ErrorCode } from './codes';
import type { ErrorText } from './error-text';

const NOTHING_TOUCHED = 'Nothing in the folder and nothing in the vault was changed.';

/** Errors of folders that carry bundles between desks. */
export const folderTexts = {
  'folder/unreachable': {
    what: 'This folder is not there, or it cannot be read and written.',
    safe: 'What was taken in or written before this is whole; nothing is half done.',
    next: 'Plug the stick in or start the sync program, and try again. If the folder has another place now, say so with "rihai folder move".',
  },
  'folder/inside': {
    what: 'A shared folder may not hold the vault, or lie in it: the vault itself would be carried to others.',
    safe: NOTHING_TOUCHED,
    next: 'Choose a folder beside the vault.',
  },
  'folder/known': {
    what: 'This folder is set up for this group already.',
    safe: NOTHING_TOUCHED,
    next: 'See "rihai folder list".',
  },
  'folder/empty': {
    what: 'None of the files that lay in this folder is there any more. Most often it is another stick, or an empty folder where the stick should be.',
    safe: NOTHING_TOUCHED,
    next: 'Plug the right stick in. If the folder was emptied, use --anew: everything that others still need is then written again.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;
