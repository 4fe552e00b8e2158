import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import type { CaseFile } from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import { count } from '../format';
import { withCaseFile } from '../session';

type UndoOptions = VaultOptions & { readonly import?: string };

/** What is to be taken back: an action or a whole import, not both and not nothing. */
function undoing(action: unknown, whole: string | undefined): (file: CaseFile) => Done {
  if (typeof action === 'string' && whole === undefined)
    return (file) => file.undo(file.action(action));
  if (action === undefined && whole !== undefined)
    return (file) => file.undoFileImport(file.import(whole));
  throw new AppError('usage', { reason: 'give one action, or --import with the id of an import' });
}

type Done = ReturnType<CaseFile['undo']>;

export const undo = defineCommand<UndoOptions>({
  name: 'undo',
  summary: 'take back one action, or a whole import, by writing the opposite',
  words: [['[action]', 'id of the action as "history" shows it, or its first characters']],
  options: [
    new Option('--import <id>', 'all that one run of "import" wrote, by the id that it gave'),
  ],
  examples: [
    'rihai undo 0197d2a4-77 --vault ./office',
    'rihai undo --import 0197d2a4-9c --vault ./office',
  ],
  opens: true,
  run: (context, [action], options) => {
    const takeBack = undoing(action, options.import);
    return withCaseFile(context, options, (file) => {
      file.assertWritable();
      const done = takeBack(file);
      const text = `Taken back: ${count(done.changes, 'change')} in ${count(done.records.length, 'record')}. The history keeps both.\nTo undo this: rihai undo ${done.action}\n`;
      return { json: done, text };
    });
  },
});
