import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a program of this account keeps what is its own: the folder that the window uses. */
export function userDataDir(platform: string, env: Environment, home: string): string {
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'rihai');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'rihai');
  const config = env['XDG_CONFIG_HOME'];
  return join(config === undefined || config === '' ? join(home, '.config') : config, 'rihai');
}
