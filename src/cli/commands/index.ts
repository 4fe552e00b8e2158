import type { CommandSpec } from '../command';
import { create } from './create';
import { history } from './history';
import { importRecords } from './import';
import { info } from './info';
import { list } from './list';
import { show } from './show';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [create, info, importRecords, list, show, history];
