import type { ChangeId } from '#shared/domain/ids';
import { LEVELS } from '#shared/domain/levels';
import type { AskedFirst } from '#shared/domain/sharing';
import { AppError } from '#shared/errors/app-error';
import type { WritableDb } from '#core/db/driver';
import { changeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { changeStore } from '#core/db/repositories/change-store';
import { tombstones } from '#core/db/repositories/record-tombstones';
import { MARK, splitPath, type Change } from './model';
import { actionContent, changeContent, type CheckedSet } from './wire';

/** What to do with one change of a bundle. Set aside stores nothing and asks again next time. */
type Decision = 'take' | 'refuse' | 'setAside';

/** Why a change is not simply taken: someone here has to say so. */
export type Question = AskedFirst;

export type Decide = (change: Change, question: Question | undefined) => Decision;

/** Takes what raises no question and sets the rest aside. */
export const takeOrdinary: Decide = (_change, question) =>
  question === undefined ? 'take' : 'setAside';

export type SetAside = { readonly change: ChangeId; readonly question?: Question };

export type SortedSet = {
  readonly taken: readonly Change[];
  readonly refused: readonly Change[];
  readonly setAside: readonly SetAside[];
  readonly known: ReadonlyMap<ChangeId, HeldChange>;
};

const rank = (level: unknown): number => (LEVELS as readonly unknown[]).indexOf(level);

/** Compares a set with what is held: the same, new, or in need of an answer. */
export function setSorter(db: WritableDb) {
  const store = changeStore(db);
  const log = changeQueries(db);
  const gone = tombstones(db);

  const assertSame = (held: HeldChange, change: Change): void => {
    const { id, action, record, kind, path, value, level, claim, at } = held;
    const own = { id, action, record, kind, path, value, level, at };
    const prev = log.pairsOf(held.key).prev;
    const mine = changeContent({ ...own, prev, ...(claim === undefined ? {} : { claim }) });
    if (mine !== changeContent(change)) throw new AppError('bundle/clash', { id: change.id });
  };

  const lowers = (change: Change, rec: number): boolean => {
    const { field, element } = splitPath(change.path);
    const heads = log.headsOfPath(rec, change.kind, field, element);
    if (change.path === MARK.level) {
      const now = heads.length === 0 ? ['team'] : heads.map((head) => head.value);
      return now.some((level) => rank(change.value) > rank(level));
    }
    return heads.some((head) => rank(change.level) > rank(head.level));
  };

  const questionOf = (change: Change): Question | undefined => {
    const record = store.record(change.record);
    if (record === undefined) return gone.has(change.record) ? 'purged-here' : undefined;
    if (change.path === MARK.trash) return change.value === null ? undefined : 'deletes';
    return lowers(change, record.key) ? 'lowers-level' : undefined;
  };

  /** Throws `bundle/clash` where an id is held with other content. */
  return function sort({ actions, changes }: CheckedSet, decide: Decide): SortedSet {
    for (const action of actions.values()) {
      const held = log.action(action.id);
      if (held !== undefined && actionContent(held) !== actionContent(action))
        throw new AppError('bundle/clash', { id: action.id });
    }
    const known = new Map<ChangeId, HeldChange>();
    const taken: Change[] = [];
    const refused: Change[] = [];
    const setAside: SetAside[] = [];
    for (const change of changes.values()) {
      const held = log.byId(change.id);
      if (held !== undefined) {
        assertSame(held, change);
        known.set(change.id, held);
        continue;
      }
      const question = questionOf(change);
      const decision = decide(change, question);
      if (decision === 'take') taken.push(change);
      else if (decision === 'refuse') refused.push(change);
      else setAside.push({ change: change.id, ...(question === undefined ? {} : { question }) });
    }
    return { taken, refused, setAside, known };
  };
}
