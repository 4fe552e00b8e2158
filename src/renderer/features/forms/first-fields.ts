import type { RecordKind } from '#shared/domain/kinds';

/** What a form of a kind asks first; the rest is folded away. */
export const FIRST_FIELDS: Readonly<Record<RecordKind, readonly string[]>> = {
  person: ['names', 'whyInside', 'sex', 'ageYears', 'occupation', 'health', 'incident'],
  contact: ['names', 'roles', 'phones', 'safeWay', 'safeHours', 'organisation'],
  incident: ['title', 'on', 'place', 'what'],
  link: ['role', 'from', 'to', 'since', 'until', 'note'],
  case: [
    'title',
    'firNumber',
    'firYear',
    'policeStation',
    'regime',
    'stage',
    'status',
    'allegation',
  ],
  proceeding: ['type', 'court', 'prefix', 'number', 'suffix', 'year', 'judge', 'status'],
  accused: ['person', 'name', 'statuses', 'roleAlleged', 'plea'],
  charge: ['section', 'sectionText', 'accused', 'addedOn', 'result'],
  hearing: ['on', 'purpose', 'proceeding', 'courtRoom', 'listNumber', 'judge', 'goes', 'bring'],
  appearance: ['accused', 'produced', 'whyNot', 'order', 'nextOn'],
  order: ['type', 'on', 'authority', 'from', 'until', 'days', 'persons', 'gist'],
  hold: ['type', 'from', 'until', 'case', 'order', 'authority'],
  placement: ['type', 'place', 'from', 'until', 'prisonNumber', 'source'],
  custodyEvent: ['type', 'at', 'place', 'authority', 'hold', 'note'],
  claim: ['source', 'words', 'reliability', 'certainty', 'asOf', 'document', 'page'],
  document: ['title', 'type', 'on', 'receivedFrom', 'receivedOn', 'paperAt', 'notes'],
  task: ['title', 'dueOn', 'assignee', 'person', 'case', 'notes'],
  ruleOverride: ['effect', 'dueAt', 'reason', 'by'],
};

/** Kept by the program, or set where a record is made: no form asks for them. */
const UNASKED: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  case: ['pack', 'packVersion'],
  document: ['originalName', 'mediaType', 'sizeBytes', 'sha256', 'blob', 'about'],
  claim: ['about', 'field', 'value', 'preferred', 'preferredReason'],
  ruleOverride: ['rule', 'subject'],
  hearing: ['next'],
};

/** The fields that are asked after the first ones. */
export const furtherFields = (
  kind: RecordKind,
  all: readonly string[],
  first: readonly string[],
): readonly string[] =>
  all.filter((name) => !first.includes(name) && UNASKED[kind]?.includes(name) !== true);
