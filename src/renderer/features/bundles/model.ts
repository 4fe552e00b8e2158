import type { Contract } from '#shared/ipc/contract';
import type { InputOf, OutputOf } from '#shared/ipc/entry';
import { rihai, value } from '#renderer/app/bridge';

type Bundles = Contract['bundles'];

export type Order = InputOf<Bundles['plan']>['order'];
export type Planned = OutputOf<Bundles['plan']>;
export type Leaving = OutputOf<Bundles['leaving']>['rows'][number];
export type Made = NonNullable<OutputOf<Bundles['make']>['made']>;
export type Found = NonNullable<OutputOf<Bundles['open']>['found']>;
export type Waiting = Extract<Found, { readonly what: 'bundle' }>;
export type Likely = Waiting['likelySame'][number];
export type Coming = OutputOf<Bundles['coming']>['rows'][number];
export type Taken = OutputOf<Bundles['take']>;
export type Sent = OutputOf<Bundles['list']>['sent'][number];
export type Arrived = OutputOf<Bundles['list']>['arrived'][number];

export const bundlesQuery = {
  queryKey: ['bundles', 'list'],
  queryFn: () => value(rihai.bundles.list()),
};

/** The bundle that was opened and not yet decided about. */
export const waitingQuery = {
  queryKey: ['bundles', 'waiting'],
  queryFn: () => value(rihai.bundles.waiting()),
};
