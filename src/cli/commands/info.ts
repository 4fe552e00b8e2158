import { Option } from 'commander';
import { readVaultInfo, type CaseFile, type VaultInfo } from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import { count, pairs, showFor, table } from '../format';
import { withCaseFile } from '../session';

type InfoOptions = VaultOptions & { readonly unlock?: true };
type Row = readonly [name: string, value: string];

const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

const headerRows = (info: VaultInfo): readonly Row[] => [
  ['vault', info.vaultId],
  ['header', `generation ${String(info.gen)}`],
  ['header twin', info.isTwinned ? 'whole and equal' : 'missing or different; unlock mends it'],
  [
    'slots',
    info.slots
      .map(
        ({ slot, mKib, t }) =>
          `${String(slot)} (Argon2id ${String(mKib / 1024)} MiB, t=${String(t)})`,
      )
      .join(', '),
  ],
  ['recovery keys', String(info.recoverySlots)],
  ['database', mebibytes(info.databaseBytes)],
  ['attachments', `${count(info.blobCount, 'file')}, ${mebibytes(info.blobBytes)}`],
];

const contents = (file: CaseFile) => ({
  hand: file.hand(),
  isReadOnly: file.vault.isReadOnly,
  today: file.today(),
  sampleDay: file.sampleDay ?? null,
  records: file.counts(),
});

const wantsContents = (options: InfoOptions): boolean =>
  options.unlock === true ||
  options.passphraseFile !== undefined ||
  options.recovery === true ||
  options.recoveryFile !== undefined ||
  options.shares === true ||
  options.sharesFile !== undefined;

export const info = defineCommand<InfoOptions>({
  name: 'info',
  summary: 'say what a vault is; with a passphrase, also what is in it',
  options: [new Option('--unlock', 'ask for the passphrase and look inside')],
  examples: ['rihai info --vault ./office', 'rihai info --vault ./office --unlock'],
  opens: true,
  run: async (context, _words, options) => {
    const show = showFor(context.isTerminal);
    const header = readVaultInfo(options.vault);
    const headerText = pairs(headerRows(header), show);
    if (!wantsContents(options)) {
      return {
        json: { header, contents: null },
        text: `${headerText}\nRead without a passphrase, so not proven: only unlocking proves it.\n`,
      };
    }
    return withCaseFile(context, options, (file) => {
      const inside = contents(file);
      const rows: readonly Row[] = [
        ['your hand', inside.hand.name === '' ? 'the recovery key' : inside.hand.name],
        ['your slot', file.vault.slot === 0 ? 'recovery' : String(file.vault.slot)],
        ['fingerprint', inside.hand.fingerprint ?? ''],
        [
          'today',
          file.sampleDay === undefined
            ? inside.today
            : `${inside.today}, of the sample: everybody here is invented`,
        ],
        ['opened', inside.isReadOnly ? 'for reading only' : 'for reading and writing'],
      ];
      const records = table(
        inside.records,
        [
          { title: 'KIND', of: ({ kind }) => kind },
          { title: 'RECORDS', of: ({ records: n, trashed }) => String(n - trashed) },
          { title: 'IN TRASH', of: ({ trashed }) => (trashed === 0 ? '' : String(trashed)) },
        ],
        show,
      );
      return {
        json: { header, contents: inside },
        text: `${headerText}\n${pairs(rows, show)}\n${inside.records.length === 0 ? 'No records yet.\n' : records}`,
      };
    });
  },
});
