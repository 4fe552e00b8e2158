export { fold } from './fold';
export { pageTerms } from './index-text';
export { nameKeys } from './name-key';
export { searchDerivation } from './derivation';
export { likelySame, likeness } from './likely-same';
export { search } from './search';
