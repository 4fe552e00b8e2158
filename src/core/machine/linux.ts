import type { MachinePort, MachineReport, Protection } from './model';

type Mount = {
  readonly device: string;
  readonly at: string;
  readonly type: string;
  readonly source: string;
};

/** Spaces and the like stand in octal in the kernel's tables. */
const plain = (text: string): string =>
  text.replaceAll(/\\(?<code>[0-7]{3})/gu, (_all, code: string) =>
    String.fromCharCode(parseInt(code, 8)),
  );

/** Lines of `/proc/self/mountinfo`. */
export const parseMounts = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const words = line.split(' ');
    const dash = words.indexOf('-');
    const [, , device, , at] = words;
    const [type, source] = words.slice(dash + 1);
    return dash < 0 || device === undefined || at === undefined || type === undefined
      ? []
      : [{ device, at: plain(at), type, source: plain(source ?? '') }];
  });

const isBelow = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`);

/** The mount that a path lies in: the deepest, and of two at one place the later. */
export const mountOf = (path: string, mounts: readonly Mount[]): Mount | undefined =>
  mounts
    .filter(({ at }) => isBelow(path, at))
    .reduce<Mount | undefined>(
      (best, one) => (best !== undefined && best.at.length > one.at.length ? best : one),
      undefined,
    );

const FAT = /^(?:vfat|msdos|exfat|fuseblk\.exfat)$/u;
const NETWORK =
  /^(?:nfs4?|cifs|smb3?|smbfs|9p|afs|ceph|glusterfs|davfs|ncpfs|fuse\.(?:sshfs|rclone|davfs2|glusterfs|gvfsd-fuse|s3fs|goofys))$/u;
/** File systems that encrypt what lies in them themselves. */
const ENCRYPTING = /^(?:ecryptfs|fuse\.(?:gocryptfs|cryfs|encfs|securefs))$/u;

const kindOf = ({ type }: Mount): MachineReport['fileSystem'] => {
  if (NETWORK.test(type)) return 'network';
  return FAT.test(type) ? 'fat' : 'fine';
};

/** Whether a block device, or everything it is made of, is encrypted. */
function ofDevice(port: MachinePort, name: string): Protection {
  const { read, list } = port;
  const folder = `/sys/class/block/${name}`;
  if (read(`${folder}/dm/uuid`)?.startsWith('CRYPT-') === true) return 'encrypted';
  const below = list(`${folder}/slaves`);
  if (below.length > 0) {
    const parts = below.map((part) => ofDevice(port, part));
    if (parts.every((part) => part === 'encrypted')) return 'encrypted';
    return parts.includes('open') ? 'open' : 'unknown';
  }
  return read(`${folder}/size`) === undefined ? 'unknown' : 'open';
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function ofMount(port: MachinePort, { device, type, source }: Mount): Protection {
  if (ENCRYPTING.test(type)) return 'encrypted';
  // Several devices of one file system have no number of their own: their name tells.
  const path = device.startsWith('0:') ? source : `/sys/dev/block/${device}`;
  const real = path.startsWith('/') ? port.realPath(path) : undefined;
  return real === undefined ? 'unknown' : ofDevice(port, lastName(real));
}

/** Places of `/proc/swaps` that are on a disk; compressed memory is none. */
export const parseSwaps = (text: string): readonly { path: string; isFile: boolean }[] =>
  text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [path, type] = line.split(/\s+/u);
      return path === undefined || path === '' || path.startsWith('/dev/zram')
        ? []
        : [{ path: plain(path), isFile: type === 'file' }];
    });

function swapOf(port: MachinePort, mounts: readonly Mount[]): MachineReport['swap'] {
  const text = port.read('/proc/swaps');
  if (text === undefined) return 'unknown';
  const found = parseSwaps(text).map(({ path, isFile }) => {
    if (!isFile) return ofDevice(port, lastName(port.realPath(path) ?? path));
    const mount = mountOf(path, mounts);
    return mount === undefined ? 'unknown' : ofMount(port, mount);
  });
  if (found.length === 0) return 'none';
  if (found.includes('open')) return 'open';
  return found.includes('unknown') ? 'unknown' : 'encrypted';
}

/** Hibernating writes to swap, where the kernel can at all. */
function hibernationOf(port: MachinePort, swap: MachineReport['swap']) {
  const states = port.read('/sys/power/state');
  const ways = port.read('/sys/power/disk');
  if (states === undefined || ways === undefined) return swap === 'none' ? 'none' : 'unknown';
  const canHibernate = /\bdisk\b/u.test(states) && !ways.includes('[disabled]');
  return canHibernate ? swap : 'none';
}

/** What Linux tells of the machine without any rights. */
export function onLinux(port: MachinePort, dir: string): Omit<MachineReport, 'syncedFolder'> {
  const mounts = parseMounts(port.read('/proc/self/mountinfo') ?? '');
  const mount = mountOf(port.realPath(dir) ?? dir, mounts);
  const swap = swapOf(port, mounts);
  return {
    disk: mount === undefined ? 'unknown' : ofMount(port, mount),
    swap,
    hibernation: hibernationOf(port, swap),
    fileSystem: mount === undefined ? 'unknown' : kindOf(mount),
  };
}
