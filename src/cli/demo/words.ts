import type { DemoFolder } from './folder';
import { commandText, paragraph } from './layout';
import { shownPath } from './paths';

/** What stands before the first step. */
export function startText(folder: DemoFolder, day: string, isRemade: boolean): string {
  const again = isRemade ? ' What an earlier demo made there was deleted.' : '';
  return [
    'Rihai, shown on invented cases',
    '',
    paragraph(
      `Everything goes into the folder ${shownPath(folder.dir)}.${again} Nothing leaves this ` +
        'machine. Each step is a command of the program and can be typed again as it stands.',
    ),
    paragraph(
      `The dates of the sample are fixed. It is told as of ${day}, and the steps below ask ` +
        'for that day.',
    ),
    '',
  ].join('\n');
}

/** What stands after the last: where everything is and how to open it. */
export function endText(folder: DemoFolder, day: string, caseId: string): string {
  const open = [
    '--vault',
    shownPath(folder.vault),
    '--passphrase-file',
    shownPath(folder.passphrase),
  ];
  const command = (...words: readonly string[]) => commandText([...words, ...open], '  ');
  return [
    '\nDone. Where everything is\n',
    `  ${shownPath(folder.vault)}  the encrypted vault`,
    `  ${shownPath(folder.passphrase)}  its passphrase, in a file only because it is a sample`,
    `  ${shownPath(folder.brief)}  the brief: open it in Word or LibreOffice`,
    '\nHow to look around\n',
    command('list', 'person'),
    command('show', caseId),
    command('search', 'Khayali'),
    command('today', '--date', day),
    paragraph(
      'Without --passphrase-file the program asks for the passphrase. "npx rihai --help" lists ' +
        'all commands. The folder can be deleted at any time.',
    ),
  ].join('\n');
}
