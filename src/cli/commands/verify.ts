import { Option } from 'commander';
import { EXIT } from '#shared/errors/codes';
import { ERROR_TEXTS } from '#shared/errors/texts';
import {
  isRemadeByRebuild,
  type CaseFile,
  type FoundBreak,
  type VerifyStep,
} from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { count } from '../format';
import { withCaseFile } from '../session';

const PARTS: Readonly<
  Record<VerifyStep['part'], readonly [name: string, one: string, many: string]>
> = {
  header: ['header and twin', 'copy', 'copies'],
  pages: ['database pages', 'page', 'pages'],
  audit: ['log of who did what', 'row', 'rows'],
  tables: ['changes against tables', 'comparison', 'comparisons'],
  derived: ['search, clocks, standing', 'comparison', 'comparisons'],
  attachments: ['attachments', 'file', 'files'],
};

/** How it is known that a log was altered. */
const LOG_BREAKS: Readonly<Record<FoundBreak['reason'], (row: number) => string>> = {
  row: (row) => `Row ${String(row)} was changed, put in, or its neighbour taken out.`,
  cut: (row) => `Rows from ${String(row)} on are gone that were signed or that a backup has seen.`,
  checkpoint: (row) => `A signature over row ${String(row)} does not fit this log.`,
  witness: (row) => `Row ${String(row)} is not the one that was signed, or that a backup has seen.`,
};

/** Files that are no damage: another desk has them. */
const notHereText = (notHere: VerifyStep['notHere'] = []): string =>
  notHere.length === 0
    ? ''
    : `  ${count(notHere.length, 'document')} of other desks whose file has not come: ${notHere.join(', ')}\n`;

function stepText({ part, checked, faults, notHere }: VerifyStep): string {
  const [name, one, many] = PARTS[part];
  const start = name.padEnd(26);
  if (faults.length === 0) {
    return part === 'tables' || part === 'derived'
      ? `${start}agree\n`
      : `${start}whole, ${count(checked, one, many)}\n${notHereText(notHere)}`;
  }
  const [first] = faults;
  const texts = first === undefined ? undefined : ERROR_TEXTS[first.code];
  const lines = faults.map(({ what, records, log }) => {
    if (log !== undefined) return `    ${LOG_BREAKS[log.reason](log.seq)}\n`;
    const about = records.length === 0 ? '' : `  (${records.join(', ')})`;
    return what === '' ? '' : `    ${what}${about}\n`;
  });
  const words = [...new Set(faults.map(({ code }) => ERROR_TEXTS[code].what))].join(' ');
  return `${start}DAMAGED, ${count(faults.length, 'fault')}\n  ${words}\n${lines.join('')}  ${texts?.safe ?? ''}\n  ${texts?.next ?? ''}\n${notHereText(notHere)}`;
}

type VerifyOptions = VaultOptions & { readonly rebuild?: true };

async function verified(context: Context, file: CaseFile, asJson: boolean): Promise<Answer> {
  const { isSound, steps } = await file.verify((step) => {
    if (!asJson) context.out(stepText(step));
  });
  return {
    json: { isSound, steps },
    text: isSound ? '\nThe vault is whole.\n' : '\nThe vault is damaged; see above what is safe.\n',
    exit: isSound ? EXIT.ok : EXIT.damage,
  };
}

/** Only where what it is made from is whole: header, pages and log are looked at first. */
async function remade(context: Context, file: CaseFile): Promise<void> {
  file.assertWritable();
  const found = await file.verify(() => undefined);
  if (isRemadeByRebuild(found)) {
    file.rebuild();
    context.err('Made anew from the changes: tables, search, clocks and standing.\n');
  } else if (
    !found.steps.every(({ part, faults }) => part === 'attachments' || faults.length === 0)
  ) {
    return;
  }
  // Documents of a time when files of their kind were not read, or whose reading was broken off.
  const read = await file.documents.readTexts(file.records.all('document').map(({ id }) => id));
  if (read > 0)
    context.err(`Read for the search: ${count(read, 'document')} that had no words in it yet.\n`);
}

export const verify = defineCommand<VerifyOptions>({
  name: 'verify',
  summary: 'check every part of the vault: header, pages, attachments, log, changes',
  options: [
    new Option(
      '--rebuild',
      'make tables, search and clocks anew from the changes if they differ, and read documents that are not searched yet',
    ),
  ],
  examples: ['rihai verify --vault ./office', 'rihai verify --rebuild --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(
      context,
      options,
      async (file) => {
        if (options.rebuild === true) await remade(context, file);
        return verified(context, file, options.json === true);
      },
      { readOnly: options.rebuild !== true },
    ),
});
