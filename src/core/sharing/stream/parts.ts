import type { RecordId } from '#shared/domain/ids';
import type { Leaving, ShareOrder } from '#core/gate/model';
import { toHex, utf8 } from '#core/kernel/bytes';
import type { CardRow } from '#core/db/repositories/card-store';
import { folderStore, type FolderRow, type FolderStore } from '#core/db/repositories/folder-store';
import { streamStore, type StreamOut, type StreamStore } from '#core/db/repositories/stream-store';
import { vaultStore } from '#core/db/repositories/vault-store';
import type { OpenVault } from '#core/vault/ports';
import { hash } from '#core/vault/sodium';
import type { AddressBook } from '../cards/address-book';
import type { cardGroups } from '../cards/groups';
import type { receiver } from '../receive';
import type { SyncStep } from './model';

/** What folders are made of. */
export type FolderParts = {
  readonly vault: OpenVault;
  readonly book: AddressBook;
  readonly groups: ReturnType<typeof cardGroups>;
  readonly receive: ReturnType<typeof receiver>;
  /** The one gate. */
  readonly plan: (order: ShareOrder) => Leaving;
  readonly takeReceipt: (bytes: Uint8Array) => unknown;
  readonly receiptFor: (bundleId: Uint8Array) => Promise<Uint8Array>;
  /** Reads the words of documents that came with their files. */
  readonly readTexts: (ids: readonly RecordId[]) => Promise<unknown>;
};

/** One run over one folder. */
export type Run = FolderParts & {
  readonly folders: FolderStore;
  readonly streams: StreamStore;
  readonly folder: FolderRow;
  /** Print of whoever opened the vault. */
  readonly print: Uint8Array;
  /** Members that may be sent to, and all others of the group. */
  readonly members: readonly CardRow[];
  readonly leftOut: readonly CardRow[];
  /** Our stream of this folder. */
  readonly stream: StreamOut;
  readonly onStep: (step: SyncStep) => void;
  /** Throws `Stopped` once the run is to end. */
  readonly assertGoing: () => void;
};

/** Thrown to end a run that somebody called off; what was done until then stays. */
export class Stopped extends Error {}

export const stateOf = ({ state, seizedAt }: CardRow): string =>
  seizedAt === null ? state : 'seized';

/** Splits a group by whether bundles may be made for its cards. */
export function membersOf(groups: FolderParts['groups'], folder: FolderRow) {
  const group = groups.byId(folder.group);
  const all = group === undefined ? [] : groups.membersOf(group);
  return {
    members: all.filter((card) => stateOf(card) === 'verified'),
    leftOut: all.filter((card) => stateOf(card) !== 'verified'),
  };
}

/**
 * Stands for this copy of the vault as it is: a copy that was restored, or taken as restored, must not go
 * on with numbers that another copy may have used.
 */
const originOf = (vault: OpenVault): string => {
  const epoch = vaultStore(vault.db).setting('anchor-epoch') ?? '0';
  return toHex(hash(utf8(`${vault.device}/${epoch}`), null, 16));
};

/** Our stream of a folder, begun where there is none. */
export function ownStream(
  vault: OpenVault,
  streams: StreamStore,
  folder: FolderRow,
  print: Uint8Array,
): StreamOut {
  const origin = originOf(vault);
  const known = streams.stream(folder.id, print, origin);
  if (known !== undefined) return known;
  const fresh: StreamOut = {
    ...{ id: vault.random.bytes(16), filesId: vault.random.bytes(16), folder: folder.id },
    ...{ sender: print, origin, n: 0, filesN: 0, last: null },
  };
  streams.saveStream(fresh);
  return fresh;
}

export const storesOf = (vault: OpenVault) => ({
  folders: folderStore(vault.db),
  streams: streamStore(vault.db),
});
