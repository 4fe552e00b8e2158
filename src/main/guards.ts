import type { Session, WebContents } from 'electron';
import { ORIGIN } from './pages';

type Switches = { appendSwitch(name: string, value?: string): void };

/** Switches that keep Chromium from looking anything up or keeping caches; set before the app is ready. */
export function silenceNetwork(switches: Switches): void {
  switches.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  switches.appendSwitch('disable-component-update');
  switches.appendSwitch('disable-background-networking');
  switches.appendSwitch('disable-domain-reliability');
  switches.appendSwitch('dns-prefetch-disable');
  switches.appendSwitch('no-pings');
  switches.appendSwitch('disable-http-cache');
  switches.appendSwitch('disable-gpu-shader-disk-cache');
  switches.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  switches.appendSwitch(
    'disable-features',
    'MediaRouter,OptimizationHints,AutofillServerCommunication',
  );
}

/** Whether a request stays in this program. */
export const isOurs = (url: string): boolean =>
  url.startsWith(ORIGIN) || url.startsWith(`blob:${ORIGIN}`);

/** Denies every request, permission, device, download and dictionary of a session. */
export function closeSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}no-dictionary/`);
}

type Stoppable = { preventDefault(): void };

const stop = (event: Stoppable): void => {
  event.preventDefault();
};

/** A page stays where it is and is called as we call it: no navigation, no further window, no embedded page. */
export function closeContents(contents: WebContents): void {
  contents.on('will-navigate', stop);
  contents.on('will-frame-navigate', stop);
  contents.on('will-redirect', stop);
  contents.on('will-attach-webview', stop);
  contents.on('page-title-updated', stop);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
