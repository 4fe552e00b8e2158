import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { rihai, value } from '#renderer/app/bridge';

type Folders = Contract['folders'];

export type Folder = OutputOf<Folders['list']>['folders'][number];
export type Wait = Folder['waits'][number];
export type Synced = OutputOf<Folders['sync']>;
export type Asked = OutputOf<Folders['asks']>[number];

export const foldersQuery = {
  queryKey: ['folders', 'list'],
  queryFn: () => value(rihai.folders.list()),
};

export const asksQuery = {
  queryKey: ['folders', 'asks'],
  queryFn: () => value(rihai.folders.asks()),
};
