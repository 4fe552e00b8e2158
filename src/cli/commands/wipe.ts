import { AppError } from '#shared/errors/app-error';
import { nameToWipe, packsIn, wipeVault, type Wiped } from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import type { Answer, Context } from '../context';
import { count } from '../format';

const SURVIVES =
  'Backups on other media are not touched and can still be opened. An SSD, a stick, swap and a\n' +
  'snapshot of the file system may keep remnants; they cannot be read without the key that is\n' +
  'destroyed here, unless a backup, or a copy of vault.rhv, still holds it. The log of who did what is gone\n' +
  'with the vault: nothing of this is recorded.\n';

/** What the packs say of destroying data, each to be asked of counsel. */
function warnings({ resourcesDir }: Context): string {
  return packsIn(resourcesDir)
    .all()
    .flatMap(({ pack: { title, destroying } }) => {
      if (destroying === undefined) return [];
      const { note, basis, asOf, status } = destroying;
      const isSure = status === 'inForce' ? '' : `, ${status}`;
      return [`ASK COUNSEL (${title.en}): ${note.en}\n  ${basis}, as of ${asOf}${isSure}\n`];
    })
    .join('');
}

async function confirm(context: Context, dir: string): Promise<void> {
  const name = nameToWipe(dir);
  context.err(
    `This destroys the vault in ${dir}. It cannot be taken back.\n${SURVIVES}${warnings(context)}`,
  );
  const typed = await context.askSecret(
    `Type the name of the folder, ${name}, to destroy it (it is not shown): `,
  );
  const isSame = Buffer.from(typed).toString('utf8').trim() === name;
  if (!isSame) throw new AppError('usage', { reason: 'another name was typed; nothing was done' });
}

const textOf = ({ isWhole, left }: Wiped): string =>
  isWhole
    ? 'The vault is gone.\n'
    : `The vault cannot be opened any more. ${count(left, 'file or folder', 'files and folders')} in its folder could not be deleted or are not Rihai's: look at them.\n`;

export const wipe = defineCommand<VaultOptions>({
  name: 'wipe',
  summary: 'destroy the vault on this machine, after you have typed the name of its folder',
  examples: ['rihai wipe --vault ./office'],
  opens: false,
  run: async (context, _words, options): Promise<Answer> => {
    const { vault: dir } = options;
    await confirm(context, dir);
    const wiped = await wipeVault({ dir, anchors: { dir: context.anchorsDir } });
    return { json: wiped, text: textOf(wiped) };
  },
});
