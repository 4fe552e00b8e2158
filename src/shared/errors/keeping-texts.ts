import type { ErrorCode } from './codes';
import { NOTHING_WRITTEN, VAULT_UNTOUCHED, type ErrorText } from './error-text';

/** Errors of recovery by shares, of backups and of changing the vault key. */
export const keepingTexts = {
  'vault/slot-key': {
    what: 'The vault key cannot be changed yet: it is not known how to seal it for {slots}.',
    safe: VAULT_UNTOUCHED,
    next: 'Each of them opens this vault once with this version of Rihai; then change the key. Or remove the slot, or renew the recovery key.',
  },
  'share/typing': {
    what: 'Paper {share} was not read as a share of a recovery key: a slip of the pen, or not a share at all.',
    safe: VAULT_UNTOUCHED,
    next: 'Compare it with the paper, group by group: eleven groups of four letters and a twelfth that checks them.',
  },
  'share/mixed': {
    what: 'These shares do not belong together: they come from different splittings.',
    safe: VAULT_UNTOUCHED,
    next: 'Take papers that begin with the same four letters.',
  },
  'share/twice': {
    what: 'Share {number} was given twice.',
    safe: VAULT_UNTOUCHED,
    next: 'Each paper counts once; ask for one with another number.',
  },
  'share/few': {
    what: 'There are not enough shares: {missing} more needed.',
    safe: VAULT_UNTOUCHED,
    next: 'Bring together as many papers as stand on each of them.',
  },
  'backup/none': {
    what: 'There is no finished backup of this kind in the folder.',
    safe: NOTHING_WRITTEN,
    next: 'Check the folder with "rihai backup list"; a backup that was broken off does not count.',
  },
  'backup/damaged': {
    what: 'The backup is damaged: a part of it is not what was written.',
    safe: 'The vault itself and other backups are not touched by this.',
    next: 'Take another backup, and make a new one now on another medium.',
  },
  'backup/other-vault': {
    what: 'This folder holds backups of another vault.',
    safe: NOTHING_WRITTEN,
    next: 'Give each vault a folder of its own on the medium.',
  },
  'backup/forged': {
    what: "The list of this backup was not written by somebody who holds the vault's key.",
    safe: 'Nothing was restored.',
    next: 'Do not rely on it. Ask who had the medium in hand, and take another backup.',
  },
  'backup/inside': {
    what: 'The folder for backups lies inside the vault itself.',
    safe: NOTHING_WRITTEN,
    next: 'Choose a folder on a stick or another disk.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;
