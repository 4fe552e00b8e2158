import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { rihai, value } from '#renderer/app/bridge';

type Calls = Contract['travel'];

export type Copy = OutputOf<Calls['list']>[number];
export type MadeCopy = NonNullable<OutputOf<Calls['make']>['made']>;
export type TakenBack = NonNullable<OutputOf<Calls['back']>['back']>;

export const travelQuery = {
  queryKey: ['travel', 'list'],
  queryFn: () => value(rihai.travel.list()),
};
