import { Option } from 'commander';
import { EXIT } from '#shared/errors/codes';
import {
  checkBackups,
  deriveInProcess,
  listBackups,
  makeBackup,
  practiseRestore,
  restoreBackup,
  type BackupCheck,
  type Restored,
  type Secret,
} from '#core/app/index';
import { defineCommand, folderOption, type VaultOptions } from '../command';
import type { Context } from '../context';
import { count, minuteOf, pairs, showFor, table } from '../format';
import { readSecret, withCaseFile } from '../session';

type FolderOptions = { readonly folder: string; readonly json?: true };
type BackupOptions = VaultOptions & FolderOptions & { readonly backup?: string };

const backupOption = (): Option =>
  new Option(
    '--backup <name>',
    'which one, as "rihai backup list" names it; else the latest whole',
  );

const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

const checksText = (checks: readonly BackupCheck[], isRead: boolean, context: Context): string => {
  if (checks.length === 0) return 'There is no finished backup in this folder.\n';
  const state = ({ faults, missing }: BackupCheck): string => {
    if (faults.length > 0) return `DAMAGED: ${faults.join(', ')}`;
    const whole = isRead ? 'whole' : 'finished';
    return missing === 0
      ? whole
      : `${whole}, ${count(missing, 'attachment')} damaged in the vault itself`;
  };
  return table(
    checks,
    [
      { title: 'BACKUP', of: ({ stem }) => stem },
      { title: 'MADE', of: ({ madeMs }) => (madeMs === undefined ? '' : minuteOf(madeMs)) },
      { title: 'SIZE', of: ({ bytes }) => mebibytes(bytes) },
      { title: 'STATE', of: state, least: 20 },
    ],
    showFor(context.isTerminal),
  );
};

export const backupMake = defineCommand<BackupOptions>({
  name: 'backup make',
  summary:
    'make a backup in a folder on a stick or another disk, read it whole again, mark it good',
  options: [folderOption()],
  examples: ['rihai backup make --folder /media/stick/rihai --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, async (file) => {
      file.assertWritable();
      const made = await makeBackup(file.vault, options.folder);
      if (!made.isApart) {
        context.err(
          'Warning: the backup lies on the same disk as the vault; who takes one takes both.\n',
        );
      }
      if (made.missing.length > 0) {
        context.err(
          `Warning: ${count(made.missing.length, 'attachment')} of the vault could not be read and are not in it; see "rihai verify".\n`,
        );
      }
      if (made.cleaned > 0) {
        context.err(
          `Note: ${count(made.cleaned, 'file')} of a backup that was broken off lay there and were taken away.\n`,
        );
      }
      if (made.logBrokenAt !== undefined) {
        context.err(
          `Warning: the log says another thing than was signed or than an older backup has seen, from row ${String(made.logBrokenAt)} on; see "rihai verify". The older backups are left as they are.\n`,
        );
      }
      const rows = [
        ['backup', made.stem],
        ['size', mebibytes(made.bytes)],
        ['attachments', String(made.blobs)],
        ['older ones removed', String(made.removed)],
      ] as const;
      return {
        json: made,
        text: `Made, opened and read whole again.\n\n${pairs(rows, showFor(context.isTerminal))}`,
      };
    }),
});

export const backupList = defineCommand<FolderOptions>({
  name: 'backup list',
  summary: 'the finished backups in a folder; needs no passphrase',
  options: [folderOption()],
  examples: ['rihai backup list --folder /media/stick/rihai'],
  opens: false,
  isOutside: true,
  run: (context, _words, { folder }) => {
    const found = listBackups(folder);
    return Promise.resolve({ json: found, text: checksText(found, false, context) });
  },
});

export const backupVerify = defineCommand<FolderOptions>({
  name: 'backup verify',
  summary: 'read every byte of the backups in a folder against their lists; needs no passphrase',
  options: [folderOption()],
  examples: ['rihai backup verify --folder /media/stick/rihai'],
  opens: false,
  isOutside: true,
  run: (context, _words, { folder }) => {
    const checked = checkBackups(folder);
    const isSound = checked.every(({ faults }) => faults.length === 0);
    return Promise.resolve({
      json: { isSound, backups: checked },
      text: `${checksText(checked, true, context)}\nThat no byte changed is proved; who wrote them, only restoring proves.\n`,
      exit: isSound ? EXIT.ok : EXIT.damage,
    });
  },
});

const restoredText = ({ stem, madeMs, pages, blobs, missing }: Restored): string =>
  `Backup ${stem} of ${minuteOf(madeMs)}: ${count(pages, 'page')} and ${count(blobs, 'attachment')} whole` +
  `${missing.length === 0 ? '' : `, ${count(missing.length, 'attachment')} NOT in it`}.\n`;

/** What opens a vault that is being restored. */
const opening = (context: Context, options: BackupOptions, secret: Secret) => ({
  ...{ from: options.folder, secret, clock: context.clock },
  ...(options.backup === undefined ? {} : { stem: options.backup }),
  ...(options.slot === undefined ? {} : { slot: options.slot }),
  deriveKey: deriveInProcess(context.kdfProgram),
});

export const backupRestore = defineCommand<BackupOptions>({
  name: 'backup restore',
  summary: 'make a new vault folder of a backup; never writes over anything',
  options: [folderOption(), backupOption()],
  examples: ['rihai backup restore --folder /media/stick/rihai --vault ./office-restored'],
  opens: true,
  run: async (context, _words, options) => {
    const secret = await readSecret(context, options);
    try {
      const restored = await restoreBackup({
        ...opening(context, options, secret),
        ...{ dir: options.vault, anchors: { dir: context.anchorsDir } },
      });
      return {
        json: restored,
        text: `${restoredText(restored)}The vault is in ${options.vault}. It opens with the passphrases of that day.\n`,
      };
    } finally {
      if (secret.type === 'passphrase') secret.bytes.fill(0);
    }
  },
});

export const backupDrill = defineCommand<BackupOptions>({
  name: 'backup drill',
  summary:
    'practise: restore a backup beside the vault, read all of it, take it away, note the day',
  options: [folderOption(), backupOption()],
  examples: ['rihai backup drill --folder /media/stick/rihai --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, async (file, secret) => {
      file.assertWritable();
      const restored = await practiseRestore(file.vault, opening(context, options, secret));
      return {
        json: restored,
        text: `${restoredText(restored)}It was restored, read and taken away again. That is noted.\n`,
      };
    }),
});
