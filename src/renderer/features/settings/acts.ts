/** Every kind of row that the log of a vault holds. */
export const ACTS = [
  'vault.create',
  'vault.unlock',
  'vault.restored',
  'vault.restore',
  'vault.rotate',
  'slot.add',
  'slot.remove',
  'slot.passphrase',
  'slot.reset',
  'recovery.renew',
  'recovery.remove',
  'backup.make',
  'backup.drill',
  'commit',
  'undo',
  'take-in',
  'undo-import',
  'purge',
  'rebuild',
  'salvage',
  'export',
  'extract',
  'print',
  'outside.close',
  'outside.reopen',
  'bundle',
  'trash',
  'restore',
] as const;

type Act = (typeof ACTS)[number];

export const isAct = (action: string): action is Act => ACTS.some((known) => known === action);
