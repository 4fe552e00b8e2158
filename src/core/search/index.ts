export { fold, tokens } from './fold';
export { pageTerms } from './index-text';
export { nameKeys } from './name-key';
export { searchDerivation } from './derivation';
export { likelySame, likeness, type LikelySame } from './likely-same';
export {
  search,
  type Search,
  type SearchHit,
  type SearchOptions,
  type SearchResults,
} from './search';
export type { Mark, MarkedText } from './marks';
