import { Option } from 'commander';
import { lineSchema } from '#shared/domain/field';
import { AppError } from '#shared/errors/app-error';
import {
  addSlot,
  changePassphrase,
  membersOf,
  removeSlot,
  rotateVaultKey,
  takenOut,
  type Member,
  type OpenVault,
} from '#core/app/index';
import { defineCommand, wholeNumber, type VaultOptions } from '../command';
import { minuteOf, showFor, table } from '../format';
import {
  chooseNewPassphrase,
  FLOOR,
  newPassphraseOptions,
  wordsText,
  type NewPassphraseOptions,
} from '../new-passphrase';
import { withCaseFile } from '../session';

const memberOf = (vault: OpenVault, slot: number): Member => {
  const found = membersOf(vault).find((member) => member.slot === slot);
  if (found === undefined) throw new AppError('vault/slot', { reason: 'unknown' });
  return found;
};

export const peopleList = defineCommand<VaultOptions>({
  name: 'people list',
  summary: 'everybody who opens this vault with a passphrase',
  examples: ['rihai people list --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, ({ vault }) => {
      const members = membersOf(vault);
      const columns = [
        { title: 'SLOT', of: ({ slot }: Member) => String(slot) },
        { title: 'NAME', of: ({ name }: Member) => name },
      ];
      return { json: members, text: table(members, columns, showFor(context.isTerminal)) };
    }),
});

export const peopleAdd = defineCommand<VaultOptions & NewPassphraseOptions & { name: string }>({
  name: 'people add',
  summary: 'give another person a slot with a passphrase of their own; eight at the most',
  options: [
    new Option(
      '--name <person>',
      'whose hand it is; kept inside the vault only',
    ).makeOptionMandatory(),
    ...newPassphraseOptions(),
  ],
  examples: ['rihai people add --name "Sample Misali" --generate --vault ./office'],
  opens: true,
  run: (context, _words, options) => {
    const { name } = options;
    if (!lineSchema.safeParse(name).success) {
      throw new AppError('usage', { reason: '--name must be one line of visible text' });
    }
    return withCaseFile(context, options, async ({ vault }) => {
      const chosen = await chooseNewPassphrase(context, options);
      try {
        const policy = options.quickKey === true ? { policy: FLOOR } : {};
        const { slot } = await addSlot(vault, {
          ...{ passphrase: chosen.bytes, actorName: name },
          ...policy,
        });
        const words = chosen.words === undefined ? {} : { passphrase: chosen.words };
        return {
          json: { slot, name, ...words },
          text: `${wordsText(chosen)}${name} opens the vault with --slot ${String(slot)}.\n`,
        };
      } finally {
        chosen.bytes.fill(0);
      }
    });
  },
});

export const peopleRemove = defineCommand<VaultOptions & { readonly keepKey?: true }>({
  name: 'people remove',
  summary: 'somebody leaves: their slot goes, the vault key changes, and what they hold is listed',
  words: [['<slot>', 'number of their slot']],
  options: [new Option('--keep-key', 'do not change the vault key')],
  examples: ['rihai people remove 2 --vault ./office'],
  opens: true,
  run: (context, [word], options) => {
    const slot = /^[1-8]$/u.test(String(word)) ? Number(word) : undefined;
    if (slot === undefined)
      throw new AppError('usage', { reason: 'a slot is a number from 1 to 8' });
    return withCaseFile(context, options, ({ vault }) => {
      const member = memberOf(vault, slot);
      const held = takenOut(vault, member);
      removeSlot(vault, slot);
      const isRotated = options.keepKey !== true;
      if (isRotated) rotateVaultKey(vault);
      const columns = [
        { title: 'WHEN', of: ({ atMs }: (typeof held)[number]) => minuteOf(atMs) },
        { title: 'WHAT', of: ({ action }: (typeof held)[number]) => action },
        { title: 'OF', of: ({ objectRef }: (typeof held)[number]) => objectRef },
      ];
      const list =
        held.length === 0
          ? 'The log has nothing that they took out.\n'
          : `What they took out, by the log:\n\n${table(held, columns, showFor(context.isTerminal))}`;
      return {
        json: { slot, name: member.name, isRotated, held },
        text:
          `${member.name} opens this vault no more${isRotated ? ', and its key is another' : ''}. Their identity signs nothing here any more.\n${list}\n` +
          'Copies and backups made before still open with their passphrase. If they knew the recovery key or hold a share,\n' +
          `make new ones: rihai recovery renew --vault ${options.vault}\n`,
      };
    });
  },
});

export const passphrase = defineCommand<
  VaultOptions & NewPassphraseOptions & { readonly of?: number }
>({
  name: 'passphrase',
  summary: 'change your passphrase; opened by the recovery key, that of any slot',
  options: [
    new Option('--of <slot>', 'whose, after a recovery key').argParser(wholeNumber(1, 8)),
    ...newPassphraseOptions(),
  ],
  examples: [
    'rihai passphrase --vault ./office',
    'rihai passphrase --recovery --of 2 --generate --vault ./office',
  ],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, async (file) => {
      file.assertWritable();
      const chosen = await chooseNewPassphrase(context, options);
      try {
        await changePassphrase(file.vault, {
          passphrase: chosen.bytes,
          ...(options.of === undefined ? {} : { slot: options.of }),
          ...(options.quickKey === true ? { policy: FLOOR } : {}),
        });
        return {
          json: chosen.words === undefined ? {} : { passphrase: chosen.words },
          text: `${wordsText(chosen)}The passphrase is changed. Old copies and backups still open with the old one.\n`,
        };
      } finally {
        chosen.bytes.fill(0);
      }
    }),
});

export const rotate = defineCommand<VaultOptions>({
  name: 'rotate',
  summary: 'change the vault key, after somebody may have taken it; passphrases stay as they are',
  examples: ['rihai rotate --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, ({ vault }) => {
      rotateVaultKey(vault);
      return {
        json: { isRotated: true },
        text:
          'The vault has another key. Passphrases, recovery keys and shares open it as before.\n' +
          'Whoever kept an old copy still reads what was in it then.\n',
      };
    }),
});
