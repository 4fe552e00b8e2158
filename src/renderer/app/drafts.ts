import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import type { RecordKind } from '#shared/domain/kinds';
import { rihai, value as valueOf } from './bridge';
import { sayTrouble } from './said';

/** Where a draft is kept: a field's own path, or `form/hearing` for a form beside a record. */
export type DraftPlace = {
  /** The record typed into; of a new one, the record it will belong to. */
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly path: string;
};

export type Draft<V extends JsonValue> = {
  /** The kept draft has been looked for: only then fill the form. */
  readonly isRead: boolean;
  /** What was typed before and not saved. */
  readonly found: V | undefined;
  /** Keeps what is typed now; call it on every change. */
  readonly keep: (value: V) => void;
  /** It was saved or given up. */
  readonly clear: () => void;
};

const PAUSE_MS = 300;

/** Writes the latest value after a pause, and at once on leaving. */
function keeper({ record, kind, path }: DraftPlace) {
  let waiting: { readonly value: JsonValue } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    const { value } = waiting ?? {};
    waiting = undefined;
    if (value === undefined) return;
    void valueOf(rihai.drafts.save({ record, kind, path, value })).catch(sayTrouble);
  };
  return {
    flush,
    keep: (value: JsonValue): void => {
      waiting = { value };
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE_MS);
    },
    clear: (): void => {
      clearTimeout(timer);
      waiting = undefined;
      void valueOf(rihai.drafts.clear({ record, path })).catch(sayTrouble);
    },
  };
}

/**
 * Keeps what someone is typing in the encrypted database until it is saved, so that
 * a lock, an empty battery or another page loses none of it. One hook for a form.
 */
export function useDraft<V extends JsonValue>({ record, kind, path }: DraftPlace): Draft<V> {
  const { data, isSuccess } = useQuery({
    queryKey: ['drafts', 'list', { record }],
    queryFn: () => valueOf(rihai.drafts.list({ record })),
    staleTime: 0,
    gcTime: 0,
  });
  const pen = useMemo(() => keeper({ record, kind, path }), [record, kind, path]);
  const latest = useRef(pen);
  useEffect(() => {
    latest.current = pen;
    // Leaving: the form is closed, another place is gone to, or the window hides before a lock.
    window.addEventListener('blur', pen.flush);
    return () => {
      window.removeEventListener('blur', pen.flush);
      pen.flush();
    };
  }, [pen]);
  const keep = useCallback((value: V) => {
    latest.current.keep(value);
  }, []);
  const clear = useCallback(() => {
    latest.current.clear();
  }, []);
  const found = data?.find((draft) => draft.path === path)?.value as V | undefined;
  return { isRead: isSuccess, found, keep, clear };
}
