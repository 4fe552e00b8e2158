import type { ErrorParams } from './app-error';
import type { ErrorCode } from './codes';
import { damageTexts } from './damage-texts';
import { NOTHING_WRITTEN, VAULT_UNTOUCHED, type ErrorText } from './error-text';
import { folderTexts } from './folder-texts';
import { keepingTexts } from './keeping-texts';
import { sharingTexts } from './sharing-texts';
import { outsideTexts } from './outside-texts';
import { printingTexts } from './printing-texts';
import { wipingTexts } from './wiping-texts';
import { readingTexts } from './reading-texts';

const vaultTexts = {
  'vault/passphrase': {
    what: 'The passphrase does not open this slot of the vault.',
    safe: 'The vault is whole and was not changed; trying again does no harm.',
    next: 'Check the keyboard layout and Caps Lock, and that --slot names your own slot. If it is forgotten, use --recovery.',
  },
  'vault/recovery-key': {
    what: 'The recovery key is not written correctly, or it belongs to another vault.',
    safe: VAULT_UNTOUCHED,
    next: 'Compare it with the paper, group by group: eight groups of four letters and a ninth that checks them.',
  },
  'vault/weak-passphrase': {
    what: 'This passphrase is too easy to guess for someone who has taken the laptop.',
    safe: NOTHING_WRITTEN,
    next: 'Take six generated words (--generate), or an own one of at least 14 characters that is no saying, name, date or pattern.',
  },
  'vault/header-damaged': {
    what: 'Both copies of the vault header are damaged. This is not a wrong passphrase.',
    safe: 'The database and the attachments are other files and may be whole.',
    next: 'Do not write to this folder. Copy it as it is, then put back vault.rhv from a backup of the same vault.',
  },
  'vault/header-forged': {
    what: 'The vault header was changed by someone who does not hold its key, or it belongs to another vault.',
    safe: 'Nothing was opened with it, and nothing was changed.',
    next: 'Do not trust this copy. Open a backup, and ask who had the machine in hand.',
  },
  'vault/in-use': {
    what: 'Another program has this vault open.',
    safe: VAULT_UNTOUCHED,
    next: 'Close the other Rihai, or wait until it has finished, and try again.',
  },
  'vault/newer': {
    what: 'This vault was written by a newer version of Rihai.',
    safe: 'It was not opened, so this version cannot have harmed it.',
    next: 'Install the newer version and open it there.',
  },
  'vault/missing': {
    what: 'There is no vault in this folder.',
    safe: 'Nothing was made in its place.',
    next: 'Give the folder that holds vault.rhv with --vault, or make a new vault with "rihai create".',
  },
  'vault/exists': {
    what: 'This folder already holds a vault or other files.',
    safe: 'They were left as they are.',
    next: 'Name a folder that is new or empty.',
  },
  'vault/read-only': {
    what: 'This vault is open for reading only, because its medium cannot be written or a part of it is damaged.',
    safe: 'Everything in it can still be read and exported.',
    next: 'Copy the whole folder to a disk that can be written, and work there.',
  },
  'vault/slot': {
    what: 'The vault has no such slot, or it has several and none was chosen.',
    safe: VAULT_UNTOUCHED,
    next: '"rihai info" without a passphrase lists the slots; choose one with --slot N.',
  },
  'vault/rollback': {
    what: 'This copy of the vault is not the one last used on this machine: it ends at {held}, and the other had come to {seen}.',
    safe: VAULT_UNTOUCHED,
    next: 'Look for the later copy, or look inside with --read-only. If you put a backup in its place yourself, open it with --restored.',
  },
  'vault/locked': {
    what: 'The vault is locked.',
    safe: 'Nothing was lost.',
    next: 'Open it with your passphrase and do the step again.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;

const keyTexts = {
  'kdf/weak': {
    what: 'The header asks for a weaker protection of the passphrase than Rihai accepts. Somebody may have altered it.',
    safe: 'Your passphrase was not used.',
    next: 'Open a backup, and compare its header with this one.',
  },
  'kdf/excessive': {
    what: 'The header asks for more memory or time than Rihai accepts. It is damaged, or was altered to hold up the machine.',
    safe: 'Your passphrase was not used.',
    next: 'Open a backup, and compare its header with this one.',
  },
  'kdf/memory': {
    what: 'There is not enough free memory to turn the passphrase into a key.',
    safe: VAULT_UNTOUCHED,
    next: 'Close other programs and try again.',
  },
  'vault/process': {
    what: 'The part of Rihai that opens vaults ended by itself.',
    safe: VAULT_UNTOUCHED,
    next: 'Close this window and start Rihai again. If it happens every time, reinstall Rihai.',
  },
  'kdf/process': {
    what: 'The process that turns the passphrase into a key did not finish.',
    safe: VAULT_UNTOUCHED,
    next: 'Try again. If it happens every time, reinstall Rihai.',
  },
  'card/damaged': {
    what: 'This identity card is damaged or incomplete.',
    safe: VAULT_UNTOUCHED,
    next: 'Ask its owner to send it again.',
  },
  'card/signature': {
    what: 'This identity card was not signed by the person it names.',
    safe: VAULT_UNTOUCHED,
    next: 'Do not use it. Ask its owner in person or by voice for another.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;

const inputTexts = {
  'input/file': {
    what: 'The file cannot be read or written: {file}',
    safe: NOTHING_WRITTEN,
    next: 'Check that it exists, is a plain file and may be read or written by you.',
  },
  'input/json': {
    what: 'The input is not valid JSON.',
    safe: NOTHING_WRITTEN,
    next: 'Compare it with docs/import.md.',
  },
  'input/field': {
    what: 'A field has a value it cannot take.',
    safe: NOTHING_WRITTEN,
    next: 'Correct it; docs/import.schema.json lists every field.',
  },
  'input/date': {
    what: 'This is not a date that exists.',
    safe: NOTHING_WRITTEN,
    next: 'Write it as 2025-05-14, or 2025-05 or 2025 where no more is known.',
  },
  'input/reference': {
    what: 'A value names a record that does not fit there.',
    safe: NOTHING_WRITTEN,
    next: 'Check the id with "rihai show".',
  },
  'input/not-found': {
    what: 'The vault holds nothing with this id.',
    safe: VAULT_UNTOUCHED,
    next: 'Find the id with "rihai list" or "rihai search".',
  },
  'input/not-in-trash': {
    what: 'Only what lies in the trash can be erased for good.',
    safe: VAULT_UNTOUCHED,
    next: 'Put it into the trash first, with "rihai trash" or from its page.',
  },
  'input/no-file': {
    what: 'This document is only described: no file was ever attached to it.',
    safe: VAULT_UNTOUCHED,
    next: 'Attach its file with "rihai attach", or look for another document with "rihai list document".',
  },
  'input/ambiguous': {
    what: 'Several records begin with this id.',
    safe: VAULT_UNTOUCHED,
    next: 'Give more of its characters.',
  },
  'input/undo': {
    what: 'This cannot be undone: later changes rest on it, or what was before it is not held here.',
    safe: VAULT_UNTOUCHED,
    next: '"rihai history" lists actions; undo the later ones first.',
  },
  'input/rejected': {
    what: 'The import was refused: {faults} listed.',
    safe: 'Nothing of it was written, not even the lines without a fault.',
    next: 'Correct the lines listed and import again.',
  },
  'input/changed': {
    what: 'The file was changed while it was being imported: {file}',
    safe: 'What was reported as committed is in the vault; the rest is not.',
    next: 'Leave the file alone and import again with --namespace, so that nothing is doubled.',
  },
  'input/exists': {
    what: 'There is already a file with this name: {file}',
    safe: 'It was left as it is.',
    next: 'Choose another name, or give --force to replace it.',
  },
  'input/too-large': {
    what: 'Standard input is longer than {limit}.',
    safe: NOTHING_WRITTEN,
    next: 'Save it to a file and give the name of the file.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;

/** A text for every code: a missing one does not compile. */
export const ERROR_TEXTS: Readonly<Record<ErrorCode, ErrorText>> = {
  ...vaultTexts,
  ...keyTexts,
  ...keepingTexts,
  ...sharingTexts,
  ...folderTexts,
  ...readingTexts,
  ...damageTexts,
  ...inputTexts,
  ...outsideTexts,
  ...printingTexts,
  ...wipingTexts,
  internal: {
    what: 'Something went wrong inside Rihai (reference {reference}).',
    safe: 'What was reported as saved is saved; a step that did not finish left nothing behind.',
    next: 'Try again. If it happens again, report the reference number and what you did; leave out names.',
  },
  usage: {
    what: 'The command was not understood: {reason}',
    safe: 'Nothing was done.',
    next: 'See "rihai --help", or --help after a command for its example.',
  },
  'disk/full': {
    what: 'The disk is full.',
    safe: 'What was reported as saved is saved; the step that did not fit was taken back whole.',
    next: 'Free some space and do the step again.',
  },
  'disk/failed': {
    what: 'The disk refused to read or write.',
    safe: 'What was reported as saved was safely on the disk.',
    next: 'If it is the disk of the vault, copy the vault folder to another disk now. Then check the disk or stick.',
  },
  'disk/gone': {
    what: 'The stick or folder went away while it was in use.',
    safe: 'The vault itself is whole, and so is what was finished there before. What was half written is never taken for a whole file.',
    next: 'Plug it in again and do the step again.',
  },
  'disk/settings': {
    what: 'The settings of this device could not be kept, so they stay as they were.',
    safe: 'They are not part of a vault; no vault was touched.',
    next: 'See whether your own settings folder is full or read-only, then choose again.',
  },
};

const shown = (value: string | number): string =>
  String(value).replaceAll(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '?');

/** The text of a code with its params filled in; params the text does not name follow in brackets. */
export function errorText(code: ErrorCode, params: ErrorParams = {}): ErrorText {
  const used = new Set<string>();
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => {
      used.add(name);
      const value = params[name];
      return value === undefined ? 'not known' : shown(value);
    });
  const { what, safe, next } = ERROR_TEXTS[code];
  const filled = { what: fill(what), safe: fill(safe), next: fill(next) };
  const unused = Object.entries(params).filter(([name]) => !used.has(name));
  const rest = unused.map(([name, value]) => `${name} ${shown(value)}`);
  if (rest.length === 0) return filled;
  return { ...filled, what: `${filled.what} (${rest.join(', ')})` };
}
