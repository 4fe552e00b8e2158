import type { Entry } from './entry';

/** Names of every call, by group: what the preload script may forward and main may relay. Neither needs to know shapes for it. */
const CALLS = {
  app: ['info', 'settings', 'setSettings', 'lock', 'panic', 'copy'],
  files: ['chooseFiles', 'chooseFolder', 'chooseSave', 'dropped'],
  vault: [
    'state',
    'choose',
    'suggestPassphrase',
    'checkPassphrase',
    'create',
    'unlock',
    'unlockWithRecovery',
    'unlockWithShares',
    'makeSample',
    'backupsIn',
    'machineAround',
    'restore',
    'cancelRestore',
    'info',
    'rehearse',
    'wipeWarnings',
  ],
  keepers: ['list', 'add', 'heldBy', 'remove', 'rotate', 'changePassphrase', 'resetPassphrase'],
  recovery: ['list', 'renew', 'split', 'remove', 'rehearseShares'],
  log: ['list', 'facets', 'verify', 'export'],
  backups: ['readiness', 'machine', 'open', 'openLast', 'make', 'cancel', 'check', 'drill'],
  salvage: ['readable', 'intoVault', 'cancel'],
  outside: ['list', 'closed', 'check', 'cancel', 'close', 'reopen', 'remove', 'setDays', 'printed'],
  bundles: [
    'list',
    'again',
    'plan',
    'leaving',
    'leavingFiles',
    'stayingBack',
    'make',
    'open',
    'waiting',
    'coming',
    'comingOne',
    'comingFiles',
    'take',
    'close',
    'receipt',
    'undo',
    'cancel',
  ],
  folders: ['list', 'look', 'add', 'move', 'remove', 'sync', 'cancel', 'asks', 'answer'],
  travel: ['list', 'look', 'make', 'back', 'end', 'cancel'],
  cards: [
    'list',
    'ownQr',
    'saveOwn',
    'open',
    'scan',
    'add',
    'verify',
    'verifyScan',
    'revoke',
    'setGroup',
    'saveNotice',
    'takeNotice',
  ],
  today: ['read'],
  detainees: ['list', 'facets'],
  cases: ['list', 'facets', 'one'],
  persons: ['one'],
  records: ['get', 'edit', 'create', 'history', 'story', 'trash', 'restore'],
  conflicts: ['list', 'settle', 'settleAll'],
  claims: ['prefer'],
  undo: ['last', 'run'],
  drafts: ['save', 'list', 'clear'],
  trash: ['list', 'weigh', 'erase'],
  search: ['query'],
  clocks: ['list'],
  documents: ['list', 'facets', 'attach', 'again', 'cancel', 'check', 'extract'],
  preview: ['open', 'page', 'qr', 'close'],
  print: ['printers', 'send', 'cancel'],
  wipe: ['begin', 'release', 'run'],
  people: ['list', 'facets'],
  hearings: ['enterOutcome'],
  write: ['preview', 'export'],
  reference: ['registry', 'pack'],
} as const;

export const CALL_CHANNELS: readonly string[] = Object.entries(CALLS).flatMap(([group, calls]) =>
  calls.map((call) => `${group}:${call}`),
);

const BEFORE_IT_IS_OPEN: Readonly<Record<string, Entry['needs']>> = {
  'vault:state': 'any',
  'vault:choose': 'locked',
  'vault:suggestPassphrase': 'any',
  'vault:checkPassphrase': 'any',
  'vault:create': 'locked',
  'vault:unlock': 'locked',
  'vault:unlockWithRecovery': 'locked',
  'vault:unlockWithShares': 'locked',
  'vault:makeSample': 'locked',
  'vault:backupsIn': 'locked',
  'vault:machineAround': 'locked',
  'vault:restore': 'locked',
  'vault:cancelRestore': 'locked',
  'vault:wipeWarnings': 'any',
};

/** When a call of the vault process may be made: with an open vault, where nothing else is said. */
export const needsOf = (channel: string): Entry['needs'] =>
  BEFORE_IT_IS_OPEN[channel] ?? 'unlocked';

/** Calls that only look into what was chosen: its token stays good. */
export const ONLY_LOOKS: ReadonlySet<string> = new Set([
  'vault:backupsIn',
  'vault:machineAround',
  'folders:look',
  'travel:look',
]);

export const EVENT_CHANNELS = [
  'progress',
  'vaultChanged',
  'vaultDamaged',
  'vaultGone',
  'idleSoon',
] as const;
