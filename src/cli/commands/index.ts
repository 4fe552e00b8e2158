import type { CommandSpec } from '../command';
import { attach } from './attach';
import { backupDrill, backupList, backupMake, backupRestore, backupVerify } from './backup';
import { clocks } from './clocks';
import { create } from './create';
import { exportPaper } from './export';
import { extract } from './extract';
import { history } from './history';
import { importRecords } from './import';
import { info } from './info';
import { list } from './list';
import { passphrase, peopleAdd, peopleList, peopleRemove, rotate } from './people';
import { ready } from './ready';
import { recoveryRehearse, recoveryRemove, recoveryRenew, recoveryShares } from './recovery';
import { search } from './search';
import { show } from './show';
import { today } from './today';
import { undo } from './undo';
import { verify } from './verify';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  create,
  info,
  importRecords,
  list,
  show,
  history,
  undo,
  search,
  clocks,
  today,
  attach,
  extract,
  exportPaper,
  verify,
  ready,
  passphrase,
  rotate,
  peopleList,
  peopleAdd,
  peopleRemove,
  recoveryRehearse,
  recoveryRenew,
  recoveryShares,
  recoveryRemove,
  backupMake,
  backupList,
  backupVerify,
  backupRestore,
  backupDrill,
];

/** What the commands of two words have in common, by the first. */
export const GROUPS: Readonly<Record<string, string>> = {
  people: 'who opens the vault with a passphrase of their own',
  recovery: 'the papers that open the vault without a passphrase',
  backup: 'verified copies on a stick or another disk',
};
