import type { CommandSpec } from '../command';
import { attach } from './attach';
import { backupDrill, backupList, backupMake, backupRestore, backupVerify } from './backup';
import { bundleShow, bundleTake } from './bundle';
import { bundleList, bundleReceipt, bundleUndo } from './bundle-log';
import { bundleMake } from './bundle-make';
import { folderAdd, folderAsks, folderList, folderMove, folderRemove, folderSync } from './folder';
import {
  cardAdd,
  cardExport,
  cardGroup,
  cardList,
  cardNotice,
  cardQr,
  cardRevoke,
  cardSeized,
  cardShow,
  cardVerify,
} from './card';
import { clocks } from './clocks';
import { conflicts } from './conflicts';
import { create } from './create';
import { exportPaper } from './export';
import { extract } from './extract';
import { history } from './history';
import { importRecords } from './import';
import { info } from './info';
import { list } from './list';
import { outside } from './outside';
import { log } from './log';
import { passphrase, peopleAdd, peopleList, peopleRemove, rotate } from './people';
import { purge } from './purge';
import { ready } from './ready';
import { recoveryRehearse, recoveryRemove, recoveryRenew, recoveryShares } from './recovery';
import { salvage } from './salvage';
import { search } from './search';
import { show } from './show';
import { today } from './today';
import { trash } from './trash';
import { travelBack, travelEnd, travelList, travelMake } from './travel';
import { undo } from './undo';
import { verify } from './verify';
import { wipe } from './wipe';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  create,
  info,
  importRecords,
  list,
  show,
  history,
  log,
  undo,
  trash,
  purge,
  search,
  clocks,
  today,
  attach,
  extract,
  exportPaper,
  verify,
  salvage,
  ready,
  outside,
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
  cardShow,
  cardExport,
  cardQr,
  cardAdd,
  cardVerify,
  cardRevoke,
  cardList,
  cardGroup,
  cardSeized,
  cardNotice,
  bundleMake,
  bundleShow,
  bundleTake,
  bundleUndo,
  bundleReceipt,
  bundleList,
  folderAdd,
  folderList,
  folderSync,
  folderAsks,
  folderMove,
  folderRemove,
  travelMake,
  travelBack,
  travelList,
  travelEnd,
  conflicts,
  wipe,
];

/** What the commands of two words have in common, by the first. */
export const GROUPS: Readonly<Record<string, string>> = {
  people: 'who opens the vault with a passphrase of their own',
  recovery: 'the papers that open the vault without a passphrase',
  card: 'your card, and the cards of people at other desks',
  bundle: 'signed, encrypted files from desk to desk',
  folder: 'folders that carry bundles to a group and back: a stick, Syncthing, Nextcloud',
  travel: 'a vault to carry, taking back what was written in it, and what became of it',
  backup: 'verified copies on a stick or another disk',
};
