import type { RecordId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/levels';
import type { SharePurpose } from '#shared/domain/sharing';
import type { Order } from './model';

/** Kinds that are named one by one for what leaves. */
export type PickedKind = 'person' | 'case' | 'document';

export type Picked<K extends PickedKind> = {
  readonly id: RecordId;
  readonly kind: K;
  readonly label: string;
};

/** A person or a case that a bundle is about. */
export type Subject = Picked<'person' | 'case'>;

export const isPicked = <K extends PickedKind>(
  found: { readonly id: RecordId; readonly kind: string; readonly label: string },
  kinds: readonly K[],
): found is Picked<K> => kinds.some((kind) => kind === found.kind);

/** What somebody chose for a bundle that is not made yet. */
export type Choice = {
  /** None for everything. */
  readonly subjects: readonly Subject[] | undefined;
  readonly purpose: SharePurpose;
  readonly level: Level | 'purpose';
  readonly history: Order['history'];
  readonly files: 'all' | 'some' | 'none';
  /** Whose files leave, where some were named. */
  readonly documents: readonly Picked<'document'>[];
  /** Of these documents the file stays, with what they are called. */
  readonly without: ReadonlyMap<RecordId, string>;
  readonly isForWords: boolean;
  readonly cards: readonly string[];
  readonly groups: readonly string[];
  readonly toSelf: boolean;
  readonly isNameless: boolean;
  readonly note: string;
};

/** A committee gets its own levels of everything, whole, unless somebody says otherwise. */
export const FRESH: Choice = {
  ...{ subjects: undefined, purpose: 'committee', level: 'purpose', history: 'full' },
  ...{ files: 'all', documents: [], without: new Map(), isForWords: false, cards: [], groups: [] },
  ...{ toSelf: false, isNameless: false, note: '' },
};

/** Pseudonyms mean something to one group and to nobody else. */
export const canBeNameless = ({ isForWords, cards, groups, toSelf }: Choice): boolean =>
  !isForWords && cards.length === 0 && groups.length === 1 && !toSelf;

const idsOf = (subjects: Choice['subjects'], kind: Subject['kind']): readonly RecordId[] =>
  (subjects ?? []).filter((one) => one.kind === kind).map(({ id }) => id);

function filesOf({ files, documents, without }: Choice, planned: readonly RecordId[]) {
  const named = files === 'some' ? documents.map(({ id }) => id) : planned;
  if (files !== 'some' && without.size === 0) return files;
  return named.filter((id) => !without.has(id));
}

/** What is asked of the gate; undefined where nothing was named yet that it would be about. */
export function orderOf(choice: Choice, files: readonly RecordId[]): Order | undefined {
  const { subjects, purpose, level, history, groups } = choice;
  if (subjects?.length === 0) return undefined;
  const [persons, cases] = [idsOf(subjects, 'person'), idsOf(subjects, 'case')];
  const [group] = groups;
  return {
    ...(persons.length > 0 && { persons }),
    ...(cases.length > 0 && { cases }),
    purpose,
    ...(level !== 'purpose' && { level }),
    history,
    files: filesOf(choice, files),
    ...(choice.isNameless && canBeNameless(choice) && { namelessFor: group }),
  };
}

/** Whether somebody is named for whom it is. */
export const isAddressed = ({ isForWords, cards, groups, toSelf }: Choice): boolean =>
  isForWords || cards.length + groups.length > 0 || toSelf;
