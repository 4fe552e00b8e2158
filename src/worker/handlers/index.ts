import type { Calls } from '#shared/ipc/contract';
import type { Desk, Handlers } from '../desk';
import { backupHandlers } from './backups';
import { plans } from './bundle-leaving';
import { bundleHandlers } from './bundles';
import { cardHandlers } from './cards';
import { documentHandlers } from './documents';
import { folderHandlers } from './folders';
import { detaineeHandlers, peopleHandlers, searchHandlers, todayHandlers } from './lists';
import {
  claimHandlers,
  conflictHandlers,
  draftHandlers,
  recordHandlers,
  trashHandlers,
  undoHandlers,
} from './records';
import { keeperHandlers, recoveryHandlers } from './keeping';
import { logHandlers } from './log';
import { outsideHandlers } from './outside';
import { readingHandlers } from './reading';
import { salvageHandlers } from './salvage';
import { travelHandlers } from './travel';
import { vaultHandlers } from './vault';
import { wipingHandlers } from './wiping';
import { caseHandlers, clockHandlers, personHandlers } from './views';
import { hearingHandlers, referenceHandlers, writeHandlers } from './work';

/** Groups that main runs itself. */
type MainGroup = 'app' | 'files' | 'preview' | 'print' | 'wipe';

export type VaultHandlers = { readonly [G in Exclude<keyof Calls, MainGroup>]: Handlers<G> };

/** A handler for every call that runs in the vault process; a missing one does not compile. */
export function vaultCalls(desk: Desk): VaultHandlers {
  const planned = plans(desk);
  return {
    vault: vaultHandlers(desk),
    keepers: keeperHandlers(desk),
    recovery: recoveryHandlers(desk),
    log: logHandlers(desk),
    backups: backupHandlers(desk),
    salvage: salvageHandlers(desk),
    outside: outsideHandlers(desk),
    cards: cardHandlers(desk),
    bundles: bundleHandlers(desk, planned),
    folders: folderHandlers(desk),
    travel: travelHandlers(desk, planned),
    today: todayHandlers(desk),
    detainees: detaineeHandlers(desk),
    cases: caseHandlers(desk),
    persons: personHandlers(desk),
    records: recordHandlers(desk),
    conflicts: conflictHandlers(desk),
    claims: claimHandlers(desk),
    undo: undoHandlers(desk),
    drafts: draftHandlers(desk),
    trash: trashHandlers(desk),
    search: searchHandlers(desk),
    clocks: clockHandlers(desk),
    documents: documentHandlers(desk),
    reading: readingHandlers(desk),
    people: peopleHandlers(desk),
    hearings: hearingHandlers(desk),
    write: writeHandlers(desk),
    reference: referenceHandlers(desk),
    wiping: wipingHandlers(desk),
  };
}
