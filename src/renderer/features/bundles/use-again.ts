import { useQuery } from '@tanstack/react-query';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { FRESH, type Choice, type Subject } from './choice';

/** Names of persons and cases of an earlier order, as they are called now. */
async function subjectsOf(ids: readonly RecordId[]): Promise<readonly Subject[]> {
  const records = await Promise.all(ids.map((id) => value(rihai.records.get({ id }))));
  return records.flatMap(({ id, kind, label }) =>
    kind === 'person' || kind === 'case' ? [{ id, kind, label }] : [],
  );
}

async function choiceOf(bundle: string): Promise<Choice> {
  const { order, to } = await value(rihai.bundles.again({ bundle }));
  const { persons, cases, purpose, level, history, files, namelessFor } = order;
  const isAll = persons === undefined && cases === undefined;
  return {
    ...FRESH,
    subjects: isAll ? undefined : await subjectsOf([...(persons ?? []), ...(cases ?? [])]),
    ...{ purpose, history, level: level ?? 'purpose', isNameless: namelessFor !== undefined },
    // Files that were chosen one by one are chosen anew: there may be others by now.
    files: files === 'none' ? 'none' : 'all',
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
