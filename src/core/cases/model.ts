import type { RecordId } from '#shared/domain/ids';

export type CaseQuery = {
  /** Day `YYYY-MM-DD` from which next dates are looked for. */
  readonly today: string;
  readonly status?: string;
  readonly regime?: string;
  readonly among?: readonly RecordId[];
  readonly limit: number;
  readonly offset: number;
};

export type CaseRow = {
  readonly id: RecordId;
  readonly label: string;
  readonly fir: string;
  readonly policeStation: string;
  readonly regime: string | undefined;
  readonly stage: string | undefined;
  readonly status: string | undefined;
  readonly accused: number;
  readonly court: string;
  readonly nextOn: string | undefined;
};
