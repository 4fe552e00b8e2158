import type { MachineReport, MachineTodo } from '#core/app/index';

/** What to do about the machine, in one line each. */
export const MACHINE_WORDS: Readonly<Record<MachineTodo, string>> = {
  'disk-open':
    'The disk of the vault is not encrypted: switch on LUKS, FileVault or BitLocker for it',
  'disk-unknown':
    'Whether the disk of the vault is encrypted could not be told: look in the settings of the system',
  synced:
    'The vault lies in a folder that a program copies to other computers: move it to one that stays here',
  network: 'The vault lies on another machine, which may damage it: move it to a disk of this one',
  fat: 'The file system of the vault (FAT or exFAT) keeps no rights and tears when pulled out: use another',
  'swap-open':
    'The system writes parts of its memory to disk in the clear: encrypt swap, or switch it off',
  'hibernation-open':
    'Hibernating writes all memory to disk in the clear: switch hibernation off, or encrypt it',
};

/** How it stands with the machine, as rows of a table. */
export const machineRows = ({
  disk,
  swap,
  hibernation,
  syncedFolder,
}: MachineReport): readonly (readonly [string, string])[] => [
  ['disk of the vault', disk],
  ['memory on disk', `swap: ${swap}; hibernation: ${hibernation}`],
  ...(syncedFolder === undefined ? [] : [['copied away', syncedFolder] as const]),
];
