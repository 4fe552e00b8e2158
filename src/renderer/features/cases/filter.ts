/** What the list is narrowed to; one value of each. */
export type CaseFilter = {
  readonly status?: string | undefined;
  readonly regime?: string | undefined;
  readonly stage?: string | undefined;
  readonly isWithoutNextDate?: boolean | undefined;
};

export const FILTER_KEYS = ['isWithoutNextDate', 'status', 'regime', 'stage'] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

export const ALL: CaseFilter = {};

/** The filters in force. */
export const filterKeys = (filter: CaseFilter): readonly FilterKey[] =>
  FILTER_KEYS.filter((key) => filter[key] !== undefined);

export const isNarrowed = (asked: CaseFilter & { readonly text?: string }): boolean =>
  filterKeys(asked).length > 0 || asked.text !== undefined;

export const isFilterKey = (key: string): key is FilterKey =>
  FILTER_KEYS.some((known) => known === key);
