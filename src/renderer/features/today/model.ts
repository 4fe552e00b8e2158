import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

export type Today = OutputOf<Contract['today']['read']>;
export type TodayHearing = Today['hearings']['first'][number];
export type TodayClock = Today['clocksNext'][number];
