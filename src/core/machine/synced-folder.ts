import { basename, dirname, resolve, sep } from 'node:path';

/** Names that programs give to the folders they copy to someone else's computer. */
const SYNCED =
  /^(?:dropbox|onedrive|google ?drive|my drive|icloud ?drive|com~apple~clouddocs|nextcloud|owncloud|mega|megasync|box|box sync|pcloud ?drive|yandex\.disk|syncthing|seafile)(?: [-(].*)?$/iu;

/** What such programs leave in the folders they copy. */
const MARKS =
  /^(?:\.dropbox|\.dropbox\.cache|\.stfolder|\.stversions|\.nextcloudsync\.log|\.owncloudsync\.log|\.sync_[0-9a-f]+\.db|\._sync_[0-9a-f]+\.db|\.tmp\.drivedownload|\.tmp\.driveupload|\.seafile-data)$/iu;

const ICLOUD = 'Mobile Documents';

type List = (dir: string) => readonly string[];

/** Each folder on the way to a path, itself first. */
function upwards(dir: string): readonly string[] {
  const above = dirname(dir);
  return above === dir ? [dir] : [dir, ...upwards(above)];
}

/**
 * The folder above a path, or the path itself, that looks as if its content were copied away, by
 * its name or by what lies in it; undefined where none does.
 */
export function syncedFolderOf(dir: string, list: List = () => []): string | undefined {
  const whole = resolve(dir);
  // A share of another machine, `\\\\server\\share` or `//server/share`.
  if (/^(?:\\\\|\/\/)[^\\/]/u.test(whole)) return whole;
  const named = whole.split(sep).find((part) => SYNCED.test(part) || part === ICLOUD);
  if (named !== undefined) return named;
  const marked = upwards(whole).find((folder) => list(folder).some((name) => MARKS.test(name)));
  return marked === undefined ? undefined : basename(marked);
}
