import type { RecordId } from '#shared/domain/ids';

export type TodayHearing = {
  readonly id: RecordId;
  /** Wall time `YYYY-MM-DDTHH:MM`; a day without hour starts at 00:00. */
  readonly on: string;
  readonly isTimeKnown: boolean;
  readonly court: string;
  readonly courtRoom: string;
  readonly listNumber: number | undefined;
  readonly proceeding: RecordId | undefined;
  readonly proceedingLabel: string;
  readonly matter: RecordId | undefined;
  readonly matterLabel: string;
  readonly purpose: string;
  readonly goes: string;
  readonly bring: string;
  readonly status: string | undefined;
  /** What was ordered at the hearing before in the same proceeding, and the day of it where that is known. */
  readonly lastOrder: string;
  readonly lastOrderOn: string | undefined;
};

/** Clocks of one rule, cause and due time, over one or many people. */
export type TodayClock = {
  readonly rule: string;
  readonly state: string;
  /** Minutes since 1970 UTC; the earliest bound. */
  readonly due: number;
  /** Minutes; the latest bound where there is one, over all these people. */
  readonly latest: number | undefined;
  readonly people: number;
  /** The person where there is one, and the case, by their names. */
  readonly personLabel: string;
  readonly person: RecordId;
  readonly cause: RecordId;
  readonly causeLabel: string;
};

export type TodayPerson = {
  readonly id: RecordId;
  readonly label: string;
  readonly place: string;
  /** Minutes; of the end of the last basis, of the step, or of the last dated fact. */
  readonly since: number | undefined;
};

export type TodayRelease = TodayPerson & { readonly step: string };

export type TodayMatter = {
  readonly id: RecordId;
  readonly label: string;
  readonly matterLabel: string;
  /** Day of the last date that was fixed. */
  readonly lastOn: string | undefined;
};

export type TodayTask = {
  readonly id: RecordId;
  readonly label: string;
  readonly due: string;
  readonly assignee: string;
};

export type TodayConflict = {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly paths: number;
};

/** How many there are in all, and the first of them. */
export type Counted<Row> = { readonly total: number; readonly first: readonly Row[] };

export type Today = {
  readonly today: string;
  readonly tomorrow: string;
  /** By time; of one time, in the order of the court's list. */
  readonly hearings: Counted<TodayHearing>;
  /** Limits that are still to come, the first to run out first. */
  readonly clocksNext: readonly TodayClock[];
  /** Limits that passed without the file showing that they were kept, the latest first. */
  readonly clocksPast: Counted<TodayClock>;
  readonly withoutNextDate: Counted<TodayMatter>;
  readonly insideWithoutBasis: Counted<TodayPerson>;
  readonly stalledReleases: Counted<TodayRelease>;
  readonly overdueTasks: Counted<TodayTask>;
  readonly unconfirmed: Counted<TodayPerson>;
  readonly conflicts: Counted<TodayConflict>;
};
