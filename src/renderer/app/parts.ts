/** What screens take from the frame besides navigation: `#renderer/app/parts`. */
export { CodedError } from './CodedError';
export { useDraft, type Draft } from './drafts';
export { run, useUndo } from './commands';
export { sayTrouble } from './said';
