import { EventEmitter } from 'node:events';
import type { BrowserWindow, Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { listenTo, windowOptions } from './window';

const KEY = {
  type: 'keyDown',
  key: 'l',
  code: 'KeyL',
  control: true,
  meta: false,
  shift: false,
  alt: false,
};

describe('the window', () => {
  const session = Object.create(null) as Session;
  const options = windowOptions(session, '/preload.js', { width: 1000, height: 700, x: 5, y: 6 });

  it('is sandboxed, isolated, without Node, and without tools to look inside', () => {
    expect(options.webPreferences).toEqual({
      session,
      preload: '/preload.js',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      devTools: false,
      spellcheck: false,
      enableWebSQL: false,
    });
  });

  it('opens unseen where it was told to, under a title that tells nothing', () => {
    expect(options).toMatchObject({
      show: false,
      title: 'Rihai',
      width: 1000,
      height: 700,
      x: 5,
      y: 6,
      minWidth: 900,
      minHeight: 560,
    });
  });
});

describe('what happens to the window', () => {
  function listened() {
    const contents = new EventEmitter();
    const window = Object.assign(new EventEmitter(), {
      webContents: contents,
      getNormalBounds: () => ({ x: 1, y: 2, width: 1000, height: 700 }),
      isMaximized: () => true,
      getTitle: () => 'Sample Khayali',
    });
    const events = {
      panicKey: () => 'shiftL' as const,
      lock: vi.fn(),
      panic: vi.fn(),
      onPlace: vi.fn(),
      onMinimize: vi.fn(),
      onPageDied: vi.fn(),
    };
    listenTo(window as unknown as BrowserWindow, events);
    return { contents, window, events };
  }

  it('locks and panics before the page hears of the key', () => {
    const { contents, events } = listened();
    const event = { preventDefault: vi.fn() };
    contents.emit('before-input-event', event, KEY);
    contents.emit('before-input-event', event, { ...KEY, shift: true });
    contents.emit('before-input-event', event, { ...KEY, key: 'k', code: 'KeyK' });
    expect(event.preventDefault).toHaveBeenCalledTimes(2);
    expect(events.lock).toHaveBeenCalledOnce();
    expect(events.panic).toHaveBeenCalledOnce();
  });

  it('tells its place when it closes, and nothing else of it', () => {
    const { window, events } = listened();
    window.emit('close');
    expect(events.onPlace.mock.calls).toEqual([
      [{ x: 1, y: 2, width: 1000, height: 700, isMaximized: true }],
    ]);
  });

  it('tells that it was minimised, and that its page died', () => {
    const { contents, window, events } = listened();
    window.emit('minimize');
    expect(events.onMinimize).toHaveBeenCalledOnce();
    contents.emit('render-process-gone');
    expect(events.onPageDied).toHaveBeenCalledOnce();
  });
});
