import { Option } from 'commander';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer } from '../context';
import { count, minuteOf, showFor, table } from '../format';
import { withCaseFile } from '../session';
import { spaced } from '../words';

type TrashOptions = VaultOptions & { readonly back?: true };

export const trash = defineCommand<TrashOptions>({
  name: 'trash',
  summary: 'put records into the trash or back; without ids, list what lies there',
  words: [['[ids...]', 'ids of records, or their first characters']],
  options: [new Option('--back', 'take them out of the trash again')],
  examples: ['rihai trash 0197d2a4-77 --vault ./office', 'rihai trash --vault ./office'],
  opens: true,
  run: (context, [words], options) =>
    withCaseFile(context, options, (file): Answer => {
      const wanted = words as readonly string[];
      if (wanted.length === 0) {
        const rows = file.trashed();
        const text = table(
          rows,
          [
            { title: 'LABEL', of: ({ label }) => label, least: 24 },
            { title: 'KIND', of: ({ kind }) => spaced(kind) },
            { title: 'CHANGED', of: ({ changedAt }) => minuteOf(changedAt) },
            { title: 'ID', of: ({ id }) => file.short(id) },
          ],
          showFor(context.isTerminal),
        );
        const json = rows.map(({ id, kind, label, changedAt }) => ({ id, kind, label, changedAt }));
        return { json, text: rows.length === 0 ? 'The trash is empty.\n' : text };
      }
      file.assertWritable();
      // Every id is found before anything is written.
      const ids = wanted.map((one) => file.record(one).id);
      const isBack = options.back === true;
      for (const id of ids) (isBack ? file.trash.restore : file.trash.trash)(id);
      const what = count(ids.length, 'record');
      return {
        json: { [isBack ? 'restored' : 'trashed']: ids },
        text: isBack
          ? `Put back: ${what}.\n`
          : `In the trash: ${what}. Nothing is erased; "rihai trash --back" puts it back.\n`,
      };
    }),
});
