/** What screens take from the frame besides navigation: `#renderer/app/parts`. */
export { CodedError } from './CodedError';
export { useDraft } from './drafts';
export { run } from './commands';
export { sayTrouble } from './said';
