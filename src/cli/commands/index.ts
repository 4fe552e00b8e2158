import type { CommandSpec } from '../command';
import { attach } from './attach';
import { clocks } from './clocks';
import { create } from './create';
import { exportPaper } from './export';
import { extract } from './extract';
import { history } from './history';
import { importRecords } from './import';
import { info } from './info';
import { list } from './list';
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
];
