import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { closeContents, closeSession, isOurs, silenceNetwork } from './guards';

/** As much of Electron's session as the guards touch. */
function session() {
  const kept = new Map<string, unknown>();
  const keep = (name: string) => (value: unknown) => {
    kept.set(name, value);
  };
  const events = new EventEmitter();
  const fake = Object.assign(events, {
    webRequest: { onBeforeRequest: keep('request') },
    setPermissionRequestHandler: keep('permission'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: keep('spelling'),
    setSpellCheckerDictionaryDownloadURL: keep('dictionary'),
  });
  closeSession(fake as unknown as Session);
  return { events, of: <T>(name: string) => kept.get(name) as T };
}

describe('a session', () => {
  it.each([
    ['https://example.org/', true],
    ['http://localhost/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['data:text/html,x', true],
    ['devtools://devtools/bundled/inspector.html', true],
    ['app://rihai.evil/index.html', true],
    ['blob:https://example.org/1', true],
    ['blob:app://rihai.evil/1', true],
    ['app://rihai/index.html', false],
    ['blob:app://rihai/5b1c', false],
  ])('asks nothing but its own pages: %s is cancelled: %s', (url, cancel) => {
    const answer = vi.fn();
    session().of<(details: object, answer: unknown) => void>('request')({ url }, answer);
    expect(answer.mock.calls).toEqual([[{ cancel }]]);
    expect(isOurs(url)).toBe(!cancel);
  });

  it('is given no permission and no device', () => {
    const { of } = session();
    const answer = vi.fn();
    of<(contents: null, permission: string, answer: unknown) => void>('permission')(
      null,
      'media',
      answer,
    );
    expect(answer.mock.calls).toEqual([[false]]);
    expect(of<() => boolean>('check')()).toBe(false);
    expect(of<() => boolean>('device')()).toBe(false);
  });

  it('downloads nothing, no dictionary either', () => {
    const { events, of } = session();
    const event = { preventDefault: vi.fn() };
    events.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(of('spelling')).toBe(false);
    expect(isOurs(of<string>('dictionary'))).toBe(true);
  });
});

describe('a page', () => {
  it('stays where it is, opens nothing, embeds nothing and names nothing', () => {
    let opens: unknown;
    const events = new EventEmitter();
    const contents = Object.assign(events, {
      setWindowOpenHandler: (handler: () => unknown) => {
        opens = handler();
      },
    });
    closeContents(contents as unknown as WebContents);
    expect(opens).toEqual({ action: 'deny' });
    for (const name of [
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      'page-title-updated',
    ]) {
      const event = { preventDefault: vi.fn() };
      events.emit(name, event);
      expect(event.preventDefault, name).toHaveBeenCalledOnce();
    }
  });
});

describe('Chromium', () => {
  it('resolves no host, fetches nothing on its own and keeps no cache', () => {
    const set = new Map<string, string | undefined>();
    silenceNetwork({ appendSwitch: (name, value) => set.set(name, value) });
    expect(set.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(set.get('force-webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp');
    for (const name of [
      'disable-component-update',
      'disable-background-networking',
      'disable-domain-reliability',
      'dns-prefetch-disable',
      'no-pings',
      'disable-http-cache',
      'disable-gpu-shader-disk-cache',
    ])
      expect(set.has(name), name).toBe(true);
    for (const name of ['no-sandbox', 'disable-web-security', 'remote-debugging-port'])
      expect(set.has(name), name).toBe(false);
  });
});
