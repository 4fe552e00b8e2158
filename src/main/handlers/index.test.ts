import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '#shared/errors/app-error';
import { fileTokens } from '../files';
import { settingsStore } from '../settings';
import { mainHandlers, type Dialogs } from './index';

const nothingOpen = () => Promise.reject(new AppError('read/closed'));
const noPreviews = {
  open: nothingOpen,
  page: nothingOpen,
  qr: nothingOpen,
  close: () => undefined,
  endAll: () => undefined,
};

const noPrinting = {
  printers: () => Promise.resolve([]),
  send: () => Promise.reject(new AppError('print/unknown-printer')),
  cancel: () => undefined,
  endAll: () => undefined,
};

describe('what main answers itself', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rihai-handlers-'));
    writeFileSync(join(folder, 'one.pdf'), 'one');
    writeFileSync(join(folder, 'two.pdf'), 'second');
    mkdirSync(join(folder, 'inner'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function parts(dialogs: Partial<Dialogs> = {}) {
    const files = fileTokens();
    const acts = { onSettings: vi.fn(), lock: vi.fn(), panic: vi.fn(), copy: vi.fn() };
    const handlers = mainHandlers({
      info: {
        version: '1.2.3',
        electron: '45',
        chromium: '156',
        node: '24',
        platform: 'linux',
        isPackaged: true,
      },
      settings: settingsStore(mkdtempSync(join(folder, 'settings-'))),
      files,
      dialogs: {
        files: () => Promise.resolve([]),
        folder: () => Promise.resolve(undefined),
        save: () => Promise.resolve(undefined),
        ...dialogs,
      },
      previews: { ...noPreviews, qr: (path) => Promise.resolve(`code of ${path}`) },
      printing: noPrinting,
      wiping: { begin: vi.fn(), release: vi.fn(), run: () => Promise.resolve() },
      ...acts,
    });
    return { files, handlers, ...acts };
  }
  const only = <T>(values: readonly T[]): T => {
    expect(values).toHaveLength(1);
    return values[0] as T;
  };

  it('keeps a changed setting, lets it act at once, and tells all of them but the place', () => {
    const { handlers, onSettings } = parts();
    const changed = handlers.app.setSettings({ idleMinutes: 10 });
    expect(changed).toEqual({
      theme: 'system',
      locale: 'en',
      idleMinutes: 10,
      locksOnMinimize: false,
      panicKey: 'shiftL',
      wipesLocked: false,
    });
    expect(onSettings).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ idleMinutes: 10 }),
    );
    expect(handlers.app.settings(undefined)).toEqual(changed);
  });

  it('locks and panics', async () => {
    const { handlers, lock, panic } = parts();
    await handlers.app.lock(undefined);
    expect(lock).toHaveBeenCalledOnce();
    await handlers.app.panic(undefined);
    expect(panic).toHaveBeenCalledOnce();
  });

  it('gives tokens for files to read', async () => {
    const one = join(folder, 'one.pdf');
    const { handlers, files } = parts({ files: () => Promise.resolve([one]) });
    const chosen = only(await handlers.files.chooseFiles(undefined));
    expect(chosen).toEqual({ token: chosen.token, name: 'one.pdf', sizeBytes: 3 });
    expect(files.take(chosen)).toMatchObject({ [chosen.token]: { path: one, purpose: 'read' } });
  });

  it.each(['newVault', 'openVault'] as const)('gives a token for a folder: %s', async (purpose) => {
    const asked: boolean[] = [];
    const { handlers, files } = parts({
      folder: (isNew) => {
        asked.push(isNew);
        return Promise.resolve(folder);
      },
    });
    const chosen = await handlers.files.chooseFolder({ purpose });
    expect(asked).toEqual([purpose === 'newVault']);
    expect(Object.values(files.take(chosen))).toMatchObject([{ path: folder, purpose }]);
  });

  it('gives a token for a file to write, under the name proposed', async () => {
    const { handlers, files } = parts({ save: (name) => Promise.resolve(join(folder, name)) });
    const chosen = await handlers.files.chooseSave({ name: 'brief.docx' });
    expect(Object.values(files.take(chosen))).toMatchObject([
      { path: join(folder, 'brief.docx'), purpose: 'save' },
    ]);
  });

  it('reads the QR code of a chosen file, and of no other', async () => {
    const one = join(folder, 'one.pdf');
    const { handlers, files } = parts({ save: () => Promise.resolve(one) });
    const { token } = files.issue(one, 'read');
    expect(await handlers.preview.qr({ token })).toEqual({ text: `code of ${one}` });
    await expect(handlers.preview.qr({ token })).rejects.toMatchObject({ code: 'input/file' });
    const toWrite = files.issue(one, 'save');
    await expect(handlers.preview.qr(toWrite)).rejects.toMatchObject({ code: 'input/file' });
    // It is still good for what it was chosen for.
    expect(Object.values(files.take(toWrite))).toHaveLength(1);
  });

  it('gives nothing where a dialog was closed', async () => {
    const { handlers } = parts();
    expect(await handlers.files.chooseFiles(undefined)).toEqual([]);
    expect(await handlers.files.chooseFolder({ purpose: 'openVault' })).toBeUndefined();
    expect(await handlers.files.chooseSave({ name: 'x' })).toBeUndefined();
  });

  it('takes dropped files, and leaves out folders and what is not there', async () => {
    const { handlers } = parts();
    const paths = ['two.pdf', 'inner', 'gone.pdf'].map((name) => join(folder, name));
    const chosen = only(await handlers.files.dropped({ paths }));
    expect(chosen).toMatchObject({ name: 'two.pdf', sizeBytes: 6 });
  });
});
