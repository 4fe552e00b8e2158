import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

/** A hearing as the day lists it. */
export type DayHearing = OutputOf<Contract['today']['read']>['hearings']['first'][number];
