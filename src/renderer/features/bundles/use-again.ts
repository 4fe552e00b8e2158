import { useQuery } from '@tanstack/react-query';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { FRESH, isPicked, type Choice, type Picked, type PickedKind } from './choice';

const SUBJECTS = ['person', 'case'] as const;
const DOCUMENTS = ['document'] as const;

/** What an earlier order named, as it is called now. */
async function pickedOf<K extends PickedKind>(
  ids: readonly RecordId[],
  kinds: readonly K[],
): Promise<readonly Picked<K>[]> {
  const records = await Promise.all(ids.map((id) => value(rihai.records.get({ id }))));
  return records.flatMap(({ id, kind, label }) => {
    const found = { id, kind, label };
    return isPicked(found, kinds) ? [found] : [];
  });
}

async function choiceOf(bundle: string): Promise<Choice> {
  const { order, to } = await value(rihai.bundles.again({ bundle }));
  const { persons, cases, purpose, level, history, files, namelessFor } = order;
  const isAll = persons === undefined && cases === undefined;
  return {
    ...FRESH,
    subjects: isAll ? undefined : await pickedOf([...(persons ?? []), ...(cases ?? [])], SUBJECTS),
    ...{ purpose, history, level: level ?? 'purpose', isNameless: namelessFor !== undefined },
    // The very files that went along: what was attached since is for somebody to add.
    files: typeof files === 'string' ? files : 'some',
    documents: typeof files === 'string' ? [] : await pickedOf(files, DOCUMENTS),
    ...{ cards: to.cards, groups: to.groups, toSelf: to.toSelf },
  };
}

/** What to begin with: the order of an earlier bundle, for the same desks, or a fresh one. */
export function useAgain(like: string | undefined): {
  readonly choice: Choice | undefined;
  readonly error: Error | null;
} {
  const { data, error } = useQuery({
    queryKey: ['bundles', 'again', { bundle: like }],
    queryFn: () => choiceOf(like ?? ''),
    enabled: like !== undefined,
  });
  return { choice: like === undefined ? FRESH : data, error };
}
