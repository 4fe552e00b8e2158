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
        'machine. Each step is a command of the program and can be typed again as it stands; ids ' +
        'are cut to their first characters, which is all that a command needs.',
    ),
    paragraph(
      `The dates of the sample are fixed. They are told as of ${day}, and in a ` +
        'vault made with --sample every day is counted as of that one.',
    ),
    '',
  ].join('\n');
}

/** What stands after the last: where everything is and how to open it. */
export function endText(folder: DemoFolder, caseId: string): string {
  const vault = shownPath(folder.vault);
  const passphrase = shownPath(folder.passphrase);
  const brief = shownPath(folder.brief);
  const open = ['--vault', vault, '--passphrase-file', passphrase];
  const width = Math.max(vault.length, passphrase.length, brief.length);
  const place = (path: string, what: string) => `   ${path.padEnd(width)}  ${what}\n`;
  const command = (...words: readonly string[]) => commandText([...words, ...open], '   ');
  return [
    'Done. Where everything is\n\n',
    place(vault, 'the encrypted vault'),
    place(passphrase, 'its passphrase; in a file only because this is a sample'),
    place(brief, 'the brief, for Word or LibreOffice'),
    '\nHow to look around\n\n',
    command('list', 'person'),
    command('show', caseId),
    command('search', 'Khayali'),
    command('today'),
    '\n',
    paragraph(
      'Without --passphrase-file the program asks for the passphrase. "npx rihai --help" lists ' +
        'all commands. The folder can be deleted at any time.',
    ),
  ].join('');
}
