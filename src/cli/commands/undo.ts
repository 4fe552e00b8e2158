import { defineCommand, type VaultOptions } from '../command';
import { count } from '../format';
import { withCaseFile } from '../session';

export const undo = defineCommand<VaultOptions>({
  name: 'undo',
  summary: 'take back one action, by writing the opposite',
  words: [['<action>', 'id of the action as "history" shows it, or its first characters']],
  examples: ['rihai undo 0197d2a4-77 --vault ./office'],
  opens: true,
  run: (context, [action], options) =>
    withCaseFile(context, options, (file) => {
      file.assertWritable();
      const done = file.undo(file.action(String(action)));
      const text = `Taken back: ${count(done.changes, 'change')}. The history keeps both.\nTo undo this: rihai undo ${done.action}\n`;
      return { json: done, text };
    }),
});
