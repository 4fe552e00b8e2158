import { statSync } from 'node:fs';
import { app, dialog, nativeTheme, type BrowserWindow } from 'electron';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf, OutputOf } from '#shared/ipc/entry';
import type { FileTokens } from '../files';
import { readSettings, writeSettings } from '../settings';

type GroupHandlers<G extends keyof Contract> = {
  readonly [C in keyof Contract[G]]: (
    input: InputOf<Contract[G][C]>,
  ) => OutputOf<Contract[G][C]> | Promise<OutputOf<Contract[G][C]>>;
};

export type MainHandlers = {
  readonly app: GroupHandlers<'app'>;
  readonly files: GroupHandlers<'files'>;
};

export type MainParts = {
  readonly files: FileTokens;
  readonly window: () => BrowserWindow | undefined;
  readonly lock: () => void;
  readonly panic: () => void;
};

function appHandlers({ lock, panic }: MainParts): MainHandlers['app'] {
  return {
    info: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      platform: process.platform,
      isPackaged: app.isPackaged,
    }),
    settings: () => {
      const { theme, locale } = readSettings();
      return { theme, locale };
    },
    setSettings: ({ theme, locale }) => {
      const before = readSettings();
      const after = { ...before, theme: theme ?? before.theme, locale: locale ?? before.locale };
      writeSettings(after);
      nativeTheme.themeSource = after.theme;
      return { theme: after.theme, locale: after.locale };
    },
    lock: () => {
      lock();
    },
    panic: () => {
      panic();
    },
  };
}

const isPlainFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function fileHandlers({ files, window }: MainParts): MainHandlers['files'] {
  const ask = async (options: Electron.OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window();
    const { canceled, filePaths } = await (parent === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? [] : filePaths;
  };
  return {
    chooseFiles: async () => {
      const paths = await ask({ properties: ['openFile', 'multiSelections', 'dontAddToRecent'] });
      return paths.map((path) => files.issue(path, 'read'));
    },
    chooseFolder: async ({ purpose }) => {
      const make = purpose === 'newVault' ? (['createDirectory', 'promptToCreate'] as const) : [];
      const [path] = await ask({ properties: ['openDirectory', 'dontAddToRecent', ...make] });
      return path === undefined ? undefined : files.issue(path, purpose);
    },
    chooseSave: async ({ name }) => {
      const parent = window();
      const options: Electron.SaveDialogOptions = {
        defaultPath: name,
        properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
      };
      const { canceled, filePath } = await (parent === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      // Older Electrons answer undefined.
      const path = filePath as string | undefined;
      return canceled || path === undefined || path === '' ? undefined : files.issue(path, 'save');
    },
    dropped: ({ paths }) => paths.filter(isPlainFile).map((path) => files.issue(path, 'read')),
  };
}

/** A handler for every call that main runs itself; a missing one does not compile. */
export const mainHandlers = (parts: MainParts): MainHandlers => ({
  app: appHandlers(parts),
  files: fileHandlers(parts),
});
