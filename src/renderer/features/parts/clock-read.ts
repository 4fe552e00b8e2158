import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

/** A clock as pages give it. */
export type ClockRead = OutputOf<Contract['clocks']['list']>[number];
