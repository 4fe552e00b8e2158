import { useCallback } from 'react';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { CallError, rihai } from './bridge';
import { placeOf, useGo, type Destination } from './navigation';
import { sayTrouble } from './said';

/** Fields by which a part of a file names what it belongs to, the nearest first. */
const UPWARD = [
  'case',
  'person',
  'proceeding',
  'hearing',
  'accused',
  'hold',
  'subject',
  'about',
  'from',
] as const;

/** Links are short: an appearance names its hearing, that its proceeding, that its case. */
const MOST_STEPS = 5;

function upward({ fields }: RecordView): RecordId | undefined {
  const known: Readonly<Record<string, unknown>> = fields;
  for (const name of UPWARD) if (typeof known[name] === 'string') return known[name] as RecordId;
  return undefined;
}

/** Where a record is shown: its own place, or the file it is a part of. */
async function placeFor(id: RecordId): Promise<Destination | undefined> {
  let at: RecordId | undefined = id;
  for (let step = 0; at !== undefined && step < MOST_STEPS; step += 1) {
    const result = await rihai.records.get({ id: at });
    if (!result.ok) return undefined;
    const record: RecordView = result.value;
    const place = placeOf(record.kind, record.id);
    if (place !== undefined) return place;
    at = upward(record);
  }
  return undefined;
}

/** Opens any record where it can be seen: a hearing opens its case. */
export function useOpenRecord(): (kind: string, id: RecordId) => void {
  const go = useGo();
  return useCallback(
    (kind, id) => {
      const own = placeOf(kind, id);
      if (own !== undefined) {
        go(own);
        return;
      }
      void placeFor(id).then((place) => {
        if (place === undefined) sayTrouble(new CallError({ code: 'input/not-found', params: {} }));
        else go(place);
      });
    },
    [go],
  );
}
