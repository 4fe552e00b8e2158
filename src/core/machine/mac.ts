import type { MachinePort, MachineReport, Protection } from './model';

/** What `fdesetup status` says of the system's own volume. */
export function parseFileVault(text: string | undefined): Protection {
  if (text === undefined) return 'unknown';
  if (/^FileVault is On/mu.test(text)) return 'encrypted';
  return /^FileVault is Off/mu.test(text) ? 'open' : 'unknown';
}

/** What `sysctl vm.swapusage` says: macOS encrypts swap since 10.7, and tells it here. */
export function parseSwapUsage(text: string | undefined): Protection {
  if (text === undefined) return 'unknown';
  return text.includes('(encrypted)') ? 'encrypted' : 'open';
}

type Mount = { readonly at: string; readonly type: string };

/** Lines of `mount`: `/dev/disk3s1 on /Volumes/Stick (exfat, local, nodev)`. */
export const parseMacMounts = (text: string): readonly Mount[] =>
  [...text.matchAll(/^.+? on (?<at>\/.*) \((?<type>\w+)[,)]/gmu)].map(({ groups }) => ({
    at: groups?.['at'] ?? '',
    type: groups?.['type'] ?? '',
  }));

const FAT = /^(?:msdos|exfat)$/u;
const NETWORK = /^(?:smbfs|nfs|afpfs|webdav|cifs|ftp)$/u;

function fileSystemOf(type: string | undefined): MachineReport['fileSystem'] {
  if (type === undefined) return 'unknown';
  if (NETWORK.test(type)) return 'network';
  return FAT.test(type) ? 'fat' : 'fine';
}

/** What macOS tells without any rights. Of another volume than the system's it cannot tell the encryption. */
export async function onMac(
  { realPath, run }: MachinePort,
  dir: string,
): Promise<Omit<MachineReport, 'syncedFolder'>> {
  const real = realPath(dir) ?? dir;
  const [vault, swap, mounts] = await Promise.all([
    run('/usr/bin/fdesetup', ['status']),
    run('/usr/sbin/sysctl', ['vm.swapusage']),
    run('/sbin/mount', []),
  ]);
  const system = parseFileVault(vault);
  const mount = parseMacMounts(mounts ?? '')
    .filter(({ at }) => at === '/' || real === at || real.startsWith(`${at}/`))
    .sort((a, b) => b.at.length - a.at.length)[0];
  return {
    disk: mount?.at.startsWith('/Volumes/') === true ? 'unknown' : system,
    swap: parseSwapUsage(swap),
    // The image of the memory lies on the system's volume.
    hibernation: system,
    fileSystem: fileSystemOf(mount?.type),
  };
}
