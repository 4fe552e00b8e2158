import {
  dialog,
  type BrowserWindow,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import type { Dialogs } from './handlers/index';
import type { PanicOverDialogs } from './lock/panic-key';

/** Dialogs of the system over the window; the system does not remember what was chosen. */
export function systemDialogs(
  window: () => BrowserWindow | undefined,
  panicOver: PanicOverDialogs,
): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window();
    const { canceled, filePaths } = await panicOver(() =>
      parent === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options),
    );
    return canceled ? [] : filePaths;
  };
  return {
    files: () => open({ properties: ['openFile', 'multiSelections', 'dontAddToRecent'] }),
    folder: async (isNew) => {
      const make = isNew ? (['createDirectory', 'promptToCreate'] as const) : [];
      const [path] = await open({ properties: ['openDirectory', 'dontAddToRecent', ...make] });
      return path;
    },
    save: async (name) => {
      const parent = window();
      const options: SaveDialogOptions = {
        defaultPath: name,
        properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
      };
      const { canceled, filePath } = await panicOver(() =>
        parent === undefined
          ? dialog.showSaveDialog(options)
          : dialog.showSaveDialog(parent, options),
      );
      // Older Electrons answer undefined.
      const path = filePath as string | undefined;
      return canceled || path === '' ? undefined : path;
    },
  };
}
