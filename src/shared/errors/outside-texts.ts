import type { ErrorCode } from './codes';
import type { ErrorText } from './error-text';

const NOT_DELETED = 'Nothing was deleted, and the entry stays open.';

/** Errors of what lies outside the vault. */
export const outsideTexts = {
  'outside/changed': {
    what: 'The file there is not the one that was registered any more.',
    safe: NOT_DELETED,
    next: 'Look at the file yourself. Delete it by hand, or say what became of the one that was there.',
  },
  'outside/unreachable': {
    what: 'The file cannot be reached: it is gone, or on a medium or machine that is not here.',
    safe: NOT_DELETED,
    next: 'Plug the medium in and try again, or say yourself what became of it.',
  },
  'outside/not-deleted': {
    what: 'The system did not let the file be deleted.',
    safe: NOT_DELETED,
    next: 'See who may write to its folder and whether another program has it open, or delete it by hand.',
  },
  'outside/closed': {
    what: 'This entry was closed already.',
    safe: 'Nothing was changed.',
    next: 'Open it again first if it was closed by mistake.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;
