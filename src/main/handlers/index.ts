import { statSync } from 'node:fs';
import { AppError } from '#shared/errors/app-error';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf, OutputOf } from '#shared/ipc/entry';
import type { FileTokens } from '../files';
import type { Previews } from '../preview/previews';
import type { Printing } from '../print/printing';
import type { Wipe } from '../wipe';
import type { Settings, SettingsStore } from '../settings';

type GroupHandlers<G extends keyof Contract> = {
  readonly [C in keyof Contract[G]]: (
    input: InputOf<Contract[G][C]>,
  ) => OutputOf<Contract[G][C]> | Promise<OutputOf<Contract[G][C]>>;
};

export type MainHandlers = {
  readonly app: GroupHandlers<'app'>;
  readonly files: GroupHandlers<'files'>;
  readonly preview: GroupHandlers<'preview'>;
  readonly print: GroupHandlers<'print'>;
  readonly wipe: GroupHandlers<'wipe'>;
};

/** The dialogs of the system; each answers paths, none where it was closed. */
export type Dialogs = {
  readonly files: () => Promise<readonly string[]>;
  readonly folder: (isNew: boolean) => Promise<string | undefined>;
  readonly save: (name: string) => Promise<string | undefined>;
};

export type MainParts = {
  readonly info: OutputOf<Contract['app']['info']>;
  readonly settings: SettingsStore;
  readonly files: FileTokens;
  readonly dialogs: Dialogs;
  readonly previews: Previews;
  readonly printing: Printing;
  readonly wiping: Wipe;
  /** Called with what the user has just changed. */
  readonly onSettings: (settings: Settings) => void;
  readonly lock: () => void;
  readonly panic: () => void;
  readonly copy: (text: string) => Promise<void>;
};

const shown = (all: Settings) => {
  const { theme, locale, idleMinutes, locksOnMinimize, panicKey, wipesLocked } = all;
  return { theme, locale, idleMinutes, locksOnMinimize, panicKey, wipesLocked };
};

function appHandlers(parts: MainParts): MainHandlers['app'] {
  const { info, settings, onSettings, lock, panic, copy } = parts;
  return {
    info: () => info,
    settings: () => shown(settings.read()),
    setSettings: (change) => {
      const after = settings.change(change);
      onSettings(after);
      return shown(after);
    },
    lock: () => {
      lock();
    },
    panic: () => {
      panic();
    },
    copy: async ({ text }) => {
      await copy(text);
      return undefined;
    },
  };
}

const isPlainFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true;

const fileHandlers = ({ files, dialogs }: MainParts): MainHandlers['files'] => ({
  chooseFiles: async () => (await dialogs.files()).map((path) => files.issue(path, 'read')),
  chooseFolder: async ({ purpose }) => {
    const path = await dialogs.folder(purpose !== 'openVault');
    return path === undefined ? undefined : files.issue(path, purpose);
  },
  chooseSave: async ({ name }) => {
    const path = await dialogs.save(name);
    return path === undefined ? undefined : files.issue(path, 'save');
  },
  dropped: ({ paths }) => paths.filter(isPlainFile).map((path) => files.issue(path, 'read')),
});

/** The picture of a token; whoever is refused may try the token again. */
async function readQr({ files, previews }: MainParts, token: string): Promise<string> {
  const chosen = files.take({ token });
  const file = chosen[token];
  try {
    if (file?.purpose !== 'read') throw new AppError('input/file', { file: '' });
    return await previews.qr(file.path);
  } catch (error) {
    files.giveBack(chosen);
    throw error;
  }
}

const previewHandlers = (parts: MainParts): MainHandlers['preview'] => ({
  qr: async ({ token }) => ({ text: await readQr(parts, token) }),
  open: ({ preview, id }) => parts.previews.open(preview, id),
  page: ({ preview, page, width }) => parts.previews.page(preview, page, width),
  close: ({ preview }) => {
    parts.previews.close(preview);
  },
});

const printHandlers = ({ printing }: MainParts): MainHandlers['print'] => ({
  printers: async () => [...(await printing.printers())],
  send: async (order) => {
    await printing.send(order);
    return undefined;
  },
  cancel: ({ job }) => {
    printing.cancel(job);
  },
});

const wipeHandlers = ({ wiping }: MainParts): MainHandlers['wipe'] => ({
  begin: () => {
    wiping.begin();
  },
  release: () => {
    wiping.release();
  },
  run: async () => {
    await wiping.run();
    return undefined;
  },
});

/** A handler for every call that main runs itself; a missing one does not compile. */
export const mainHandlers = (parts: MainParts): MainHandlers => ({
  app: appHandlers(parts),
  files: fileHandlers(parts),
  preview: previewHandlers(parts),
  print: printHandlers(parts),
  wipe: wipeHandlers(parts),
});
