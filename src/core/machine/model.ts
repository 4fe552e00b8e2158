/** What is known of a place on a disk: `unknown` is never read as safe. */
export type Protection = 'encrypted' | 'open' | 'unknown';

/** What of the machine decides whether a vault on it stays closed and whole. */
export type MachineReport = {
  /** Of the volume that the vault lies on. */
  readonly disk: Protection;
  /** Where the system writes what does not fit into memory; `none` where it never does. */
  readonly swap: Protection | 'none';
  /** Where the system writes its whole memory when it hibernates; `none` where it cannot. */
  readonly hibernation: Protection | 'none';
  readonly fileSystem: 'fine' | 'fat' | 'network' | 'unknown';
  /** The folder above the vault whose content a program copies elsewhere. */
  readonly syncedFolder: string | undefined;
};

/** What is to be mended on the machine. */
export type MachineTodo =
  'disk-open' | 'disk-unknown' | 'synced' | 'network' | 'fat' | 'swap-open' | 'hibernation-open';

/** What is to be mended, the gravest first. */
export function machineTodo(report: MachineReport): readonly MachineTodo[] {
  const { disk, swap, hibernation, fileSystem, syncedFolder } = report;
  const found: readonly (MachineTodo | false)[] = [
    disk === 'open' && 'disk-open',
    syncedFolder !== undefined && 'synced',
    fileSystem === 'network' && 'network',
    swap === 'open' && 'swap-open',
    hibernation === 'open' && 'hibernation-open',
    fileSystem === 'fat' && 'fat',
    disk === 'unknown' && 'disk-unknown',
  ];
  return found.filter((one) => one !== false);
}

/** What is looked at of a machine; nothing is changed on it. */
export type MachinePort = {
  readonly platform: NodeJS.Platform;
  /** Text of a file; undefined where it cannot be read. */
  readonly read: (file: string) => string | undefined;
  /** Names in a folder; none where it cannot be read. */
  readonly list: (dir: string) => readonly string[];
  /** Where a path leads; undefined where there is nothing. */
  readonly realPath: (path: string) => string | undefined;
  /** What a program of the system says; undefined where it fails or takes too long. */
  readonly run: (program: string, words: readonly string[]) => Promise<string | undefined>;
};
