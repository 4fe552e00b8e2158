/** The kinds of record a case file is made of. */
export const RECORD_KINDS = [
  'person',
  'contact',
  'incident',
  'link',
  'case',
  'proceeding',
  'accused',
  'charge',
  'hearing',
  'appearance',
  'order',
  'hold',
  'placement',
  'custodyEvent',
  'claim',
  'document',
  'task',
  'ruleOverride',
] as const;

export type RecordKind = (typeof RECORD_KINDS)[number];

export const isRecordKind = (text: string): text is RecordKind =>
  (RECORD_KINDS as readonly string[]).includes(text);
