import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import type { CaseFile } from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { count, showFor } from '../format';
import { withCaseFile } from '../session';
import { spaced } from '../words';

const GOES =
  'Everything that is kept of it goes: every value and its history, drafts, the words found by search, and\n' +
  'the file of a document. It cannot be undone. Copies from before a bundle was taken in are deleted too,\n' +
  'and undoing an older action or a bundle does not bring it back.\n';

const STAYS =
  'Backups and copies of the vault made before still hold it, and so do other desks it was shared with; a\n' +
  'bundle that brings it again asks first. The log keeps the id and the day. An SSD may keep remnants.\n';

function asked(file: CaseFile, records: readonly RecordView[], context: Context): string {
  const show = showFor(context.isTerminal);
  const { attachments, referring, outside } = file.weighErasing(records.map(({ id }) => id));
  const names = records.map(
    ({ id, kind, label }) => `  ${file.short(id)}  ${spaced(kind)}: ${show(label)}\n`,
  );
  const more = [
    ...(attachments === 0 ? [] : [`With ${count(attachments, 'attached file')}.\n`]),
    ...(referring === 0
      ? []
      : [
          `${count(referring, 'other record')} that ${referring === 1 ? 'names' : 'name'} them stay, and what is written there.\n`,
        ]),
    ...(outside === 0
      ? []
      : [
          `${count(outside, 'readable copy', 'readable copies')} outside the vault stay too ("rihai outside").\n`,
        ]),
  ];
  return `This erases ${count(records.length, 'record')} for good:\n${names.join('')}${more.join('')}${GOES}${STAYS}`;
}

async function confirm(context: Context, records: readonly RecordView[]): Promise<void> {
  const wanted = `erase ${String(records.length)}`;
  const typed = await context.askSecret(`Type "${wanted}" to erase (it is not shown): `);
  if (Buffer.from(typed).toString('utf8').trim() !== wanted)
    throw new AppError('usage', { reason: 'something else was typed; nothing was done' });
}

export const purge = defineCommand<VaultOptions>({
  name: 'purge',
  summary: 'erase records from the trash for good, with their history, after you have confirmed it',
  words: [['<ids...>', 'ids of records in the trash, or their first characters']],
  examples: ['rihai purge 0197d2a4-77 --vault ./office'],
  opens: true,
  run: (context, [words], options) =>
    withCaseFile(context, options, async (file): Promise<Answer> => {
      file.assertWritable();
      const found = (words as readonly string[]).map((one) => file.record(one));
      const records = [...new Map(found.map((record) => [record.id, record])).values()];
      context.err(asked(file, records, context));
      await confirm(context, records);
      const erased = file.erase(records.map(({ id }) => id));
      const rest = erased.isCleared
        ? 'Nothing of it is left in the folder of the vault.\n'
        : 'The copies beside it could not all be cleared; opening the vault again finishes that. Look for free space first.\n';
      return { json: erased, text: `Erased: ${count(erased.records, 'record')}. ${rest}` };
    }),
});
