import { onLinux } from './linux';
import { onMac } from './mac';
import type { MachinePort, MachineReport } from './model';
import { syncedFolderOf } from './synced-folder';
import { onWindows } from './windows';

const NOTHING_KNOWN = {
  disk: 'unknown',
  swap: 'unknown',
  hibernation: 'unknown',
  fileSystem: 'unknown',
} as const;

function onSystem(port: MachinePort, dir: string) {
  switch (port.platform) {
    case 'linux':
      return onLinux(port, dir);
    case 'darwin':
      return onMac(port, dir);
    case 'win32':
      return onWindows(port, dir);
    default:
      return NOTHING_KNOWN;
  }
}

/** Looks at the machine around a vault: disk, swap, hibernation, file system, programs that copy it away. */
export async function checkMachine(port: MachinePort, dir: string): Promise<MachineReport> {
  const syncedFolder = syncedFolderOf(port.realPath(dir) ?? dir, port.list);
  return { ...(await onSystem(port, dir)), syncedFolder };
}
