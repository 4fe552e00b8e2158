import { basename } from 'node:path';
import { checkMachine, machineTodo, nodeMachine } from '#core/app/index';

/** What this machine does, or would do, with a vault in a folder; no path leaves. */
export async function machineAround(dir: string) {
  const { syncedFolder, ...report } = await checkMachine(nodeMachine, dir);
  const todo = machineTodo({ syncedFolder, ...report });
  const synced = syncedFolder === undefined ? {} : { syncedFolder: basename(syncedFolder) };
  return { ...report, ...synced, todo: [...todo] };
}
