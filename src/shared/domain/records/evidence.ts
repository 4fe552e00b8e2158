import { choice, date, defineRecord, flag, integer, json, line, many, prose, ref } from '../field';
import { notes, tags } from './common';

/** What someone says of a field of a record, with how far source and content can be relied on. */
export const claim = defineRecord({
  kind: 'claim',
  fields: {
    about: ref('*'),
    /** Path of the field, `from` or `names/<element id>`. */
    field: line(),
    value: json({ search: true }),
    /** The identity behind it stays elsewhere; here it is `S-014`. */
    source: line({ level: 'privileged' }),
    words: prose({ level: 'privileged', search: true }),
    document: ref(['document']),
    page: integer(1, 100_000),
    reliability: choice([
      'reliable',
      'usuallyReliable',
      'fairlyReliable',
      'notUsuallyReliable',
      'unreliable',
      'unknown',
    ]),
    certainty: choice(['confirmed', 'probable', 'possible', 'doubtful', 'improbable', 'unknown']),
    asOf: date(),
    confirmedOn: date(),
    confirmedBy: line({ level: 'privileged' }),
    preferred: flag(),
    preferredReason: line(),
  },
  label: (fields) => fields.field ?? '',
});

export const document = defineRecord({
  kind: 'document',
  fields: {
    title: line({ search: true }),
    /** Code of the pack's list: `FIR`, `REMAND_ORDER`, `BAIL_ORDER` … */
    type: line(),
    on: date(),
    language: line(),
    pages: integer(0, 100_000),
    originalName: line({ search: true, level: 'privileged' }),
    mediaType: line(),
    sizeBytes: integer(0, Number.MAX_SAFE_INTEGER),
    sha256: line(),
    /** Name of the encrypted attachment in the vault's `blobs` folder. */
    blob: line(),
    about: many(ref('*')),
    receivedFrom: line({ level: 'privileged', search: true }),
    receivedHow: line({ level: 'privileged' }),
    receivedOn: date(),
    receivedBy: line({ level: 'privileged' }),
    paperAt: line({ level: 'privileged', search: true }),
    translationOf: ref(['document']),
    tags: tags(),
    notes: notes(),
  },
  label: (fields) => fields.title ?? fields.originalName ?? '',
});
