export {
  likelyDuplicates,
  sharedMarks,
  type ContactView,
  type LikelyDuplicate,
  type SharedMark,
} from './rules';
