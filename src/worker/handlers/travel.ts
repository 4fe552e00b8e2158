import type { RecordId } from '#shared/domain/ids';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf } from '#shared/ipc/entry';
import {
  assertFolderFree,
  makeTravelCopy,
  nodeMachine,
  openCaseFile,
  openVault,
  syncedFolderOf,
  takeTravelBack,
  type CaseFile,
  type KnownCopy,
  type Leaving,
} from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { Cancelled, going } from '../jobs';
import type { Plans } from './bundle-leaving';
import { given } from './lists';

type Make = InputOf<Contract['travel']['make']>;
type Back = InputOf<Contract['travel']['back']>;

const MOST_ABOUT = 20;

function shownOf(file: CaseFile, { persons, cases, ...copy }: KnownCopy) {
  const asked: readonly RecordId[] = [...persons, ...cases];
  const about = asked.slice(0, MOST_ABOUT).flatMap((record) => {
    const view = file.records.get(record);
    return view === undefined ? [] : [{ id: view.id, kind: view.kind, label: view.label }];
  });
  const isOver = file.vault.clock.nowMs() > copy.untilMs;
  return { ...copy, about, asked: asked.length, isOver };
}

/** Tells how much was written, and ends the work once it was called off. */
function writing(desk: Desk, job: string, leaving: Leaving, isCancelled: () => boolean) {
  const total = leaving.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const assertGoingOn = going(isCancelled);
  let done = 0;
  return (bytes: number): void => {
    assertGoingOn();
    done = Math.min(total, done + bytes);
    desk.emit('progress', { job, done, total, step: 'bundle' });
  };
}

function make(
  desk: Desk,
  dir: string,
  leaving: Leaving,
  { job, passphrase, days }: Make,
  isCancelled: () => boolean,
) {
  const { resourcesDir, deriveKey, anchorsDir } = desk;
  return makeTravelCopy(desk.file(), {
    ...{ dir, passphrase, leaving, days, resourcesDir, deriveKey },
    anchors: { dir: anchorsDir },
    onWritten: writing(desk, job, leaving, isCancelled),
  });
}

/** Opens the copy beside the vault of this desk, merges it, and closes it whatever happens. */
async function back(
  desk: Desk,
  dir: string,
  { passphrase: bytes }: Back,
  isCancelled: () => boolean,
) {
  const { anchorsDir, clock, deriveKey, resourcesDir } = desk;
  const secret = { type: 'passphrase', bytes } as const;
  const anchors = { dir: anchorsDir };
  const vault = await openVault({ dir, secret, anchors, clock, deriveKey });
  try {
    const copy = openCaseFile(vault, { resourcesDir });
    const assertGoingOn = going(isCancelled);
    assertGoingOn();
    const done = await takeTravelBack(desk.file(), copy, { onWritten: assertGoingOn });
    const { bundle, taken, setAside, files } = done;
    return { bundle, taken, setAside, files, conflicts: desk.file().conflicts().length };
  } finally {
    vault.close();
  }
}

/** What work came to; that it was called off where it was. */
async function unlessCancelled<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return undefined;
  }
}

export function travelHandlers(desk: Desk, planned: Plans): Handlers<'travel'> {
  const travel = () => desk.file().exchange.travel;
  return {
    list: () => {
      const file = desk.file();
      return travel()
        .copies()
        .map((copy) => shownOf(file, copy));
    },
    look: ({ token }, call) => {
      const { path } = call.file(token, 'newVault');
      assertFolderFree(path, 'vault/exists');
      return given({ carrier: syncedFolderOf(path, nodeMachine.list) });
    },
    make: (input, call) => {
      desk.file().assertWritable();
      const { path } = call.file(input.token, 'newVault');
      return desk.jobs.run(input.job, async (isCancelled) => {
        const made = await unlessCancelled(() =>
          desk.sealing(async () => make(desk, path, planned.again(input.seen), input, isCancelled)),
        );
        return { isCancelled: made === undefined, ...given({ made }) };
      });
    },
    back: (input, call) => {
      desk.file().assertWritable();
      const { path } = call.file(input.token, 'openVault');
      return desk.jobs.run(input.job, async (isCancelled) => {
        const done = await unlessCancelled(() =>
          desk.sealing(() => back(desk, path, input, isCancelled)),
        );
        if (done !== undefined) desk.emit('vaultChanged', { records: [] });
        return { isCancelled: done === undefined, ...given({ back: done }) };
      });
    },
    end: ({ id, how }) => {
      desk.file().assertWritable();
      travel().setEnd(id, how);
    },
    cancel: ({ job }) => {
      desk.jobs.cancel(job);
    },
  };
}
