export { dueDay, isOverdue } from './rules';
