import { useQuery } from '@tanstack/react-query';
import { isRecordKind } from '#shared/domain/kinds';
import { Name, T } from '#i18n';

import { useOpenRecord } from '#renderer/app/open-record';
import { CodedError } from '#renderer/app/parts';
import { conflictsQuery } from '#renderer/app/queries';
import { Button, EmptyState, Sheet, SheetHead, SheetRow, Split, text } from '#ui';
import { useFieldWords } from '../forms/words';
import { useLabel } from '../history/use-label';
import { AtOnce } from './AtOnce';
import css from './Conflict.module.css';
import { ConflictNote } from './ConflictNote';

/** Every field to which two desks gave different values, to be settled one by one. */
export function ConflictsScreen() {
  const words = useFieldWords();
  const labelOf = useLabel();
  const open = useOpenRecord();
  const { data, error } = useQuery(conflictsQuery);
  return (
    <Split>
      <Sheet>
        <SheetHead title={<T id="place.conflicts" />} note={<T id="conflicts.note" />} />
        {error !== null && (
          <SheetRow>
            <CodedError error={error} />
          </SheetRow>
        )}
        {data?.length === 0 && (
          <SheetRow>
            <EmptyState title={<T id="conflicts.none" />}>
              <T id="conflicts.none.how" />
            </EmptyState>
          </SheetRow>
        )}
        {data !== undefined && <AtOnce conflicts={data} />}
        {data?.map(({ record, kind, label, path }) => (
          <SheetRow key={`${record} ${path}`}>
            <div className={css.one}>
              <p className={css.of}>
                <span className={text.quiet}>{isRecordKind(kind) ? words.kind(kind) : kind}</span>
                <Name className={text.name}>{labelOf(kind, label)}</Name>
                <Button
                  kind="quiet"
                  onPress={() => {
                    open(kind, record);
                  }}
                >
                  <T id="conflicts.open" />
                </Button>
              </p>
              <ConflictNote record={record} path={path} />
            </div>
          </SheetRow>
        ))}
      </Sheet>
    </Split>
  );
}
