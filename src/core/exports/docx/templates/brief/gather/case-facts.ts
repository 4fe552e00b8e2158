import type { RecordView } from '#shared/domain/registry';
import { printDay } from '#core/exports/docx/kit/dates';
import { writtenNumber } from '#shared/domain/records/matters';
import type { BriefSection } from '../ports';
import type { Context, Matter } from './context';
import { caseLine, dateText, joined, nameOf, orBlank, sentenceCase } from './context';
import { courtOf } from './hearings';

export type ChargeRow = {
  readonly written: string | undefined;
  readonly label: string | undefined;
  /** Defence checks, status, dates, and against whom where not all. */
  readonly notes: readonly string[];
  /** Cognizable, bailable, compoundable, maximum and court; undefined for a section the pack does not know. */
  readonly flags: readonly string[] | undefined;
};
export type ForumRow = { readonly type: string | undefined; readonly text: string };
export type CaseSummary = {
  readonly line: string | undefined;
  readonly sentences: readonly string[];
  readonly allegation: string | undefined;
  readonly hasAllegation: boolean;
  readonly forums: readonly ForumRow[];
};
export type RegimeCard = {
  readonly line: string | undefined;
  readonly regime: string | undefined;
  readonly pack: string;
  readonly caveat: string | undefined;
  readonly charges: readonly ChargeRow[];
};

const allowsField = (context: Context, field: string): boolean =>
  context.profile.fields.case?.includes(field as never) === true;

function opening(context: Context, matter: Matter): string[] {
  const { say, reader } = context;
  const { fields } = matter.view;
  const detention = reader
    .referring('order', 'case', matter.view.id)
    .find((order) => order.fields.type === 'detention')?.fields;
  if (fields.firNumber === undefined && detention !== undefined) {
    return [
      say.summary.detention(
        orBlank(detention.number),
        orBlank(dateText(context, detention.on)),
        orBlank(detention.authority),
        orBlank(detention.statute),
      ),
    ];
  }
  const number = joined(
    [fields.firNumber, fields.firYear === undefined ? undefined : String(fields.firYear)],
    '/',
  );
  return [
    say.summary.fir(
      orBlank(number),
      orBlank(dateText(context, fields.firAt)),
      orBlank(fields.policeStation),
      orBlank(fields.district),
    ),
  ];
}

function sentences(context: Context, matter: Matter): string[] {
  const { say, words, reader } = context;
  const { fields } = matter.view;
  const incident = reader.getOf('incident', fields.incident)?.fields;
  const stated = (text: (on: string) => string, on: string | undefined): string[] =>
    on === undefined ? [] : [text(on)];
  return [
    ...opening(context, matter),
    ...(allowsField(context, 'complainant')
      ? [say.summary.complainant(orBlank(fields.complainant))]
      : []),
    ...(fields.firDelayHours === undefined ? [] : [say.summary.firDelay(fields.firDelayHours)]),
    ...(incident === undefined
      ? []
      : [
          say.summary.incident(
            orBlank(incident.title),
            orBlank(dateText(context, incident.on)),
            orBlank(incident.place),
          ),
        ]),
    ...stated(say.summary.challan, dateText(context, fields.challanOn)),
    ...stated(say.summary.charge, dateText(context, fields.chargeFramedOn)),
    ...stated(say.summary.concluded, dateText(context, fields.trialConcludedOn)),
    say.summary.stage(
      orBlank(fields.stage && words.stage[fields.stage]),
      orBlank(fields.status && words.caseStatus[fields.status]),
    ),
  ];
}

function forum(context: Context, proceeding: RecordView<'proceeding'>): ForumRow {
  const { words, say } = context;
  const { fields } = proceeding;
  const filed = dateText(context, fields.filedOn);
  const earlier = (fields.earlierNumbers ?? []).map(({ value }) =>
    joined([value.court, writtenNumber(value)]),
  );
  const result = joined([fields.result, dateText(context, fields.resultOn)], ', ');
  return {
    type: fields.type && words.proceedingType[fields.type],
    text:
      joined(
        [
          orBlank(courtOf(context, proceeding)),
          fields.judge === undefined ? undefined : say.summary.judge(fields.judge),
          filed === undefined ? undefined : say.summary.filed(filed),
          fields.status && words.proceedingStatus[fields.status],
          result,
          earlier.length === 0 ? undefined : say.summary.earlier(joined(earlier) ?? ''),
        ],
        '; ',
      ) ?? '',
  };
}

export const gatherSummary = (context: Context, matter: Matter): CaseSummary => ({
  line: caseLine(matter.view),
  sentences: sentences(context, matter),
  allegation: matter.view.fields.allegation,
  hasAllegation: allowsField(context, 'allegation'),
  forums: matter.proceedings.map((one) => forum(context, one)),
});

type Charge = RecordView<'charge'>;

/** Charges of the people of the brief and those laid on the case as a whole, one row for each section. */
function chargesOf(context: Context, matter: Matter): [Charge, ...Charge[]][] {
  const mine = context.people
    .flatMap((held) => held.accused)
    .filter((one) => one.fields.case === matter.view.id);
  const found = [
    ...context.reader
      .referring('charge', 'case', matter.view.id)
      .filter((one) => one.fields.accused === undefined),
    ...mine.flatMap((one) => context.reader.referring('charge', 'accused', one.id)),
  ];
  const rows = new Map<string, [Charge, ...Charge[]]>();
  for (const charge of found) {
    const { section, sectionText, droppedOn } = charge.fields;
    const key = `${section ?? sectionText ?? ''} ${droppedOn?.edtf ?? ''}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [charge]);
    else row.push(charge);
  }
  return [...rows.values()];
}

function flagsOf(context: Context, section: BriefSection): string[] {
  const { flag } = context.words;
  return [
    flag[section.cognizable],
    flag[section.bailable],
    flag[section.compoundable],
    [section.penalty, ...section.courts.map((code) => context.pack.court(code) ?? code)].join(', '),
  ];
}

function against(context: Context, matter: Matter, charges: readonly Charge[]): string | undefined {
  const persons = charges.map(
    (charge) => matter.accused.find((one) => one.id === charge.fields.accused)?.fields.person,
  );
  const isAll =
    context.people.every((held) => persons.includes(held.id)) || persons.includes(undefined);
  if (isAll || context.people.length < 2) return undefined;
  return context.say.regime.against(
    persons.map((person) => orBlank(nameOf(context, person))).join(', '),
  );
}

function chargeNotes(
  context: Context,
  fields: Charge['fields'],
  section: BriefSection | undefined,
  whom: string | undefined,
): string[] {
  const { say, words } = context;
  const stated = (
    value: string | undefined,
    print: (text: string) => string,
  ): string | undefined => (value === undefined || value === '' ? undefined : print(value));
  const dates = joined([
    stated(dateText(context, fields.addedOn), say.regime.added),
    stated(dateText(context, fields.droppedOn), say.regime.dropped),
    fields.result && words.chargeResult[fields.result],
  ]);
  const notes = [
    stated(section?.gates.join('; '), say.regime.gate),
    stated(section?.status, say.regime.status),
    whom,
    dates,
    fields.note,
    section === undefined ? say.regime.unknown : say.regime.confidence(section.confidence),
  ];
  return notes.filter((note) => note !== undefined).map(sentenceCase);
}

function chargeRow(
  context: Context,
  matter: Matter,
  charges: readonly [Charge, ...Charge[]],
  isOwnPack: boolean,
): ChargeRow {
  const { fields } = charges[0];
  const typed = fields.section ?? fields.sectionText;
  const section =
    typed !== undefined && isOwnPack
      ? context.pack.section(typed, matter.view.fields.region, context.asOf.on)
      : undefined;
  return {
    written: section?.written ?? fields.sectionText ?? fields.section,
    label: section?.label ?? '',
    notes: chargeNotes(context, fields, section, against(context, matter, charges)),
    flags: section && flagsOf(context, section),
  };
}

export function gatherRegime(context: Context, matter: Matter): RegimeCard {
  const { say, words, pack } = context;
  const { fields } = matter.view;
  const isOwnPack = fields.pack === undefined || fields.pack === pack.id;
  const region =
    fields.region === undefined ? undefined : (pack.region(fields.region) ?? fields.region);
  return {
    line: caseLine(matter.view),
    regime: joined([fields.regime && words.regime[fields.regime], region]),
    pack: isOwnPack ? say.regime.packText(pack.title, printDay(pack.asOf)) : say.regime.noPack,
    caveat: isOwnPack ? pack.caveat : undefined,
    charges: chargesOf(context, matter).map((charges) =>
      chargeRow(context, matter, charges, isOwnPack),
    ),
  };
}
