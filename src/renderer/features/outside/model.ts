import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { rihai, value } from '#renderer/app/bridge';

export type OutsideRow = OutputOf<Contract['outside']['list']>['rows'][number];

export const outsideQuery = {
  queryKey: ['outside', 'list'],
  queryFn: () => value(rihai.outside.list()),
};

/** Name of a file without its folders, of either system. */
export const nameIn = (place: string): string => place.split(/[\\/]/u).at(-1) ?? place;
