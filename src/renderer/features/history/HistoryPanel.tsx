import { useInfiniteQuery } from '@tanstack/react-query';
import type { RecordId } from '#shared/domain/ids';
import { T } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, EmptyState, SheetRow } from '#ui';
import css from './History.module.css';
import { HistoryAction } from './HistoryAction';
import { byAction, type StoryPage } from './story';

type Props = { readonly record: RecordId };

/** Actions read at a time. */
const LIMIT = 40;

/** Who said what of a record and all that belongs to it, when and from where; each action can be taken back. */
export function HistoryPanel({ record }: Props) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['records', 'story', { id: record }],
    queryFn: ({ pageParam }) =>
      value(
        rihai.records.story({
          id: record,
          limit: LIMIT,
          ...(pageParam !== undefined && { before: pageParam }),
        }),
      ),
    initialPageParam: undefined as StoryPage['older'],
    getNextPageParam: (page) => page.older,
  });
  if (error !== null)
    return (
      <SheetRow>
        <CodedError error={error} />
      </SheetRow>
    );
  if (data === undefined) return null;
  const actions = byAction(data.pages.flatMap(({ entries }) => entries));
  if (actions.length === 0)
    return (
      <SheetRow>
        <EmptyState title={<T id="history.none" />} />
      </SheetRow>
    );
  return (
    <>
      <ol className={css.list}>
        {actions.map((action) => (
          <HistoryAction key={action.first.action} action={action} subject={record} />
        ))}
      </ol>
      {hasNextPage && (
        <SheetRow>
          <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            <T id="history.older" />
          </Button>
        </SheetRow>
      )}
    </>
  );
}
