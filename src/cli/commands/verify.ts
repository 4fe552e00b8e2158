import { EXIT } from '#shared/errors/codes';
import { ERROR_TEXTS } from '#shared/errors/texts';
import type { VerifyStep } from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import { count } from '../format';
import { withCaseFile } from '../session';

const PARTS: Readonly<
  Record<VerifyStep['part'], readonly [name: string, one: string, many: string]>
> = {
  header: ['header and twin', 'copy', 'copies'],
  pages: ['database pages', 'page', 'pages'],
  audit: ['log of who did what', 'row', 'rows'],
  tables: ['changes against tables', 'comparison', 'comparisons'],
  attachments: ['attachments', 'file', 'files'],
};

function stepText({ part, checked, faults }: VerifyStep): string {
  const [name, one, many] = PARTS[part];
  const start = name.padEnd(24);
  if (faults.length === 0) {
    return part === 'tables' ? `${start}agree\n` : `${start}whole, ${count(checked, one, many)}\n`;
  }
  const [first] = faults;
  const texts = first === undefined ? undefined : ERROR_TEXTS[first.code];
  const lines = faults.map(({ what, records }) => {
    const about = records.length === 0 ? '' : `  (${records.join(', ')})`;
    return what === '' ? '' : `    ${what}${about}\n`;
  });
  const words = [...new Set(faults.map(({ code }) => ERROR_TEXTS[code].what))].join(' ');
  return `${start}DAMAGED, ${count(faults.length, 'fault')}\n  ${words}\n${lines.join('')}  ${texts?.safe ?? ''}\n  ${texts?.next ?? ''}\n`;
}

export const verify = defineCommand<VaultOptions>({
  name: 'verify',
  summary: 'check every part of the vault: header, pages, attachments, log, changes',
  examples: ['rihai verify --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(
      context,
      options,
      async (file) => {
        const { isSound, steps } = await file.verify((step) => {
          if (options.json !== true) context.out(stepText(step));
        });
        return {
          json: { isSound, steps },
          text: isSound
            ? '\nThe vault is whole.\n'
            : '\nThe vault is damaged; see above what is safe.\n',
          exit: isSound ? EXIT.ok : EXIT.damage,
        };
      },
      { readOnly: true },
    ),
});
