import { WIDEST_LEVEL } from '#shared/domain/sharing';
import {
  LEAST_PART_BYTES,
  MOST_PART_BYTES,
  nodeMachine,
  syncedFolderOf,
  type CaseFile,
  type KnownFolder,
} from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { given } from './lists';

const MIB = 1_048_576;
const MOST_PART_MIB = Math.floor(MOST_PART_BYTES / MIB);

const carrierOf = (place: string): string | undefined => syncedFolderOf(place, nodeMachine.list);

function shownOf({ syncedMs, partBytes, waits, outstanding, ...folder }: KnownFolder) {
  return {
    ...folder,
    ...given({ syncedMs, carrier: carrierOf(folder.place) }),
    ...{ partMib: Math.floor(partBytes / MIB), waits, outstanding },
  };
}

/** The longest a file there may be; the largest choice is just under what FAT32 holds. */
const partBytesOf = (mib: number): number =>
  mib >= MOST_PART_MIB ? MOST_PART_BYTES : Math.max(LEAST_PART_BYTES, mib * MIB);

/** Documents of which all is known but the file, which comes later. */
const filesOnTheWay = ({ records, vault }: CaseFile): number =>
  records
    .all('document')
    .filter(({ fields: { blob } }) => blob !== undefined && vault.blobs.held(blob) === undefined)
    .length;

export function folderHandlers(desk: Desk): Handlers<'folders'> {
  const exchange = () => desk.file().exchange;
  const writable = () => {
    desk.file().assertWritable();
    return exchange();
  };
  return {
    list: () => {
      const file = desk.file();
      const folders = exchange().folders.list().map(shownOf);
      return {
        folders,
        asking: exchange().aside.list().length,
        filesOnTheWay: folders.length === 0 ? 0 : filesOnTheWay(file),
      };
    },
    look: ({ token }, call) => {
      const { path } = call.file(token, 'shared');
      exchange().folders.assertUsable(path);
      return given({ carrier: carrierOf(path) });
    },
    add: ({ token, group, level, partMib, ...settings }, call) => {
      const { path } = call.file(token, 'shared');
      const { id } = writable().folders.add(path, {
        ...{ group, ...settings, level: level ?? WIDEST_LEVEL[settings.purpose] },
        partBytes: partBytesOf(partMib),
      });
      return { id };
    },
    move: ({ id, token }, call) => {
      writable().folders.move(id, call.file(token, 'shared').path);
    },
    remove: ({ id, clear }) => {
      writable().folders.remove(id, { clear });
    },
    sync: (input) => {
      desk.file().assertWritable();
      return desk.jobs.run(input.job, (isCancelled) =>
        desk.sealing(() => syncNow(desk, input, isCancelled)),
      );
    },
    cancel: ({ job }) => {
      desk.jobs.cancel(job);
    },
    asks: () =>
      exchange()
        .aside.list()
        .map(({ question, ...aside }) => ({ ...aside, ...given({ question }) })),
    answer: ({ changes, answer }) => {
      writable().aside.answer(changes, answer);
      desk.emit('vaultChanged', { records: [] });
    },
  };
}

async function syncNow(
  desk: Desk,
  { job, id, anew }: Parameters<Handlers<'folders'>['sync']>[0],
  isCancelled: () => boolean,
) {
  const file = desk.file();
  try {
    const { taken, sent, removed, leftOut, ...done } = await file.exchange.folders.sync(id, {
      ...{ anew, isCancelled },
      onStep: ({ step, ...counted }) => {
        desk.emit('progress', { job, ...counted, step });
      },
    });
    const conflicts = file.conflicts().length;
    return { isCancelled: done.isCancelled, taken, sent, removed, leftOut, conflicts };
  } finally {
    // What was taken in before it ended or was refused stays.
    desk.emit('vaultChanged', { records: [] });
  }
}
