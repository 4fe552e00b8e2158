import { resolve, sep } from 'node:path';

/** Names that programs give to the folders they copy to someone else's computer. */
const SYNCED =
  /^(?:dropbox|onedrive|google ?drive|my drive|icloud ?drive|com~apple~clouddocs|nextcloud|owncloud|mega|megasync|box|box sync|pcloud ?drive|yandex\.disk|syncthing|seafile)(?: [-(].*)?$/iu;

/** The folder above a path, or the path itself, that looks as if its content were copied away; undefined where none does. */
export function syncedFolderOf(dir: string): string | undefined {
  const whole = resolve(dir);
  // A share of another machine, `\\server\share` or `//server/share`.
  if (/^(?:\\\\|\/\/)[^\\/]/u.test(whole)) return whole;
  return whole.split(sep).find((part) => SYNCED.test(part));
}
