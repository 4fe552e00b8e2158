import { readFileSync } from 'node:fs';
import { commandOf, type Session } from '#tests/e2e/kit';

const ROLES: readonly (readonly [role: string, sign: string])[] = [
  ['vault', 'vault.js'],
  ['derivation', 'kdf.js'],
  ['page', '--type=renderer'],
  ['GPU', '--type=gpu-process'],
  ['utility', '--type=utility'],
  ['zygote', '--type=zygote'],
  ['zygote', 'chrome-sandbox'],
];

const roleOf = (command: string): string =>
  ROLES.find(([, sign]) => command.includes(sign))?.[0] ?? 'main';

/** MiB of the memory that is this process's own, and its share of what it has in common with others. */
function ownMib(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(?<kib>\d+) kB$/mu.exec(rollup)?.groups?.['kib'] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export type Memory = Readonly<Record<string, number>>;

/** MiB by role of process, and of all. */
export function memoryOf(session: Session): Memory {
  const by: Record<string, number> = { all: 0 };
  for (const pid of session.processes()) {
    const mib = ownMib(pid);
    const role = roleOf(commandOf(pid));
    by[role] = (by[role] ?? 0) + mib;
    by['all'] = (by['all'] ?? 0) + mib;
  }
  return by;
}
