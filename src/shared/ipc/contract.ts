import { z } from '#shared/domain/zod';
import { DAMAGES } from '#shared/errors/damages';
import { CALLS_OF_MAIN } from './contract/app';
import { backups } from './contract/backups';
import { bundles } from './contract/bundles';
import { cards } from './contract/cards';
import { folders } from './contract/folders';
import { keepers, recovery } from './contract/keeping';
import { detainees, people, search, today } from './contract/lists';
import { log } from './contract/log';
import { outside } from './contract/outside';
import { reading } from './contract/preview';
import { claims, conflicts, drafts, records, trash, undo } from './contract/records';
import { salvage } from './contract/salvage';
import { travel } from './contract/travel';
import { vault } from './contract/vault';
import { wiping } from './contract/wipe';
import { cases, clocks, persons } from './contract/views';
import { documents, hearings, reference, write } from './contract/work';
import type { Group } from './entry';
import { actionId, count, id, job } from './shapes';

/**
 * Every call of the window, by group. Types of the window's client, of main and
 * of the vault process are all derived from it; `channels.ts` repeats the names, and when each may be made.
 */
export const CONTRACT = {
  ...CALLS_OF_MAIN,
  vault,
  keepers,
  recovery,
  log,
  backups,
  salvage,
  outside,
  cards,
  bundles,
  folders,
  travel,
  today,
  detainees,
  cases,
  persons,
  records,
  conflicts,
  claims,
  undo,
  drafts,
  trash,
  search,
  clocks,
  documents,
  people,
  hearings,
  write,
  reference,
} as const satisfies Readonly<Record<string, Group>>;

export type Contract = typeof CONTRACT;

/** Calls that main makes of the vault process by itself: neither the preload script nor main's routes know them. */
export const INSIDE = { reading, wiping } as const satisfies Readonly<Record<string, Group>>;

/** Every call that some process answers. */
export type Calls = Contract & typeof INSIDE;

/** What the window is told without asking. */
export const EVENTS = {
  progress: z.strictObject({
    job,
    done: count,
    total: count,
    /** What is at work now: the name of a file, `key`, `records`. */
    step: z.string(),
  }),
  /** Facts changed, by one action or by a bundle: whatever is shown of them has to be read anew. */
  vaultChanged: z.strictObject({ action: actionId.optional(), records: z.array(id) }),
  /** The open vault shows damage: nothing more is written to it. */
  vaultDamaged: z.strictObject({ damage: z.enum(DAMAGES) }),
  /** The vault process ended while it was locked: nothing works any more but closing the window. */
  vaultGone: z.strictObject({}),
  /** In a minute or less the session locks for want of use; 0 takes the warning back. */
  idleSoon: z.strictObject({ seconds: count }),
} as const;

export type Events = typeof EVENTS;
