import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import type { Context, Matter } from './context';
import { dateText, joined, namesIn, orBlank } from './context';

type PartyRow = {
  readonly role: string;
  readonly name: string | undefined;
  readonly of: string;
};
type CoAccusedRow = {
  readonly serial: string;
  readonly name: string | undefined;
  readonly role: string | undefined;
};
export type Parties = {
  readonly line: string | undefined;
  readonly people: readonly PartyRow[];
  readonly coAccused: readonly CoAccusedRow[];
};

type Role = NonNullable<RecordView<'link'>['fields']['role']>;

function roleWords(context: Context): Partial<Record<Role, string>> {
  const { parties } = context.say;
  return {
    counselFor: parties.counsel,
    investigatingOfficerOf: parties.officer,
    prosecutorOf: parties.prosecutor,
    judgeOf: parties.judge,
    ...(context.profile.namesWitnesses ? { witnessIn: parties.witness } : {}),
  };
}

/** Records of the brief that a lawyer, officer or witness can be linked to. */
function targetsOf(context: Context, matter: Matter): readonly RecordId[] {
  const people = context.people.flatMap((held) => [held.id, ...held.accused.map((one) => one.id)]);
  return [...new Set([matter.view.id, ...matter.proceedings.map((one) => one.id), ...people])];
}

function linked(context: Context, matter: Matter): PartyRow[] {
  const words = roleWords(context);
  const order = Object.keys(words);
  const links = targetsOf(context, matter)
    .flatMap((target) => context.reader.referring('link', 'to', target))
    .filter((link) => link.fields.role !== undefined && words[link.fields.role] !== undefined)
    .toSorted((a, b) => order.indexOf(a.fields.role ?? '') - order.indexOf(b.fields.role ?? ''));
  const rows = links.map((link): PartyRow => {
    const from = link.fields.from;
    const contact = context.reader.getOf('contact', from);
    const names = contact?.fields.names ?? context.reader.getOf('person', from)?.fields.names;
    const until = dateText(context, link.fields.until);
    const number = contact?.fields.enrolmentNumber;
    return {
      role: (link.fields.role && words[link.fields.role]) ?? '',
      name: namesIn(names),
      of:
        joined([
          contact?.fields.organisation,
          number === undefined ? undefined : context.say.parties.enrolment(number),
          until === undefined ? undefined : context.say.parties.until(until),
        ]) ?? '',
    };
  });
  return rows.filter(
    (row, index) => rows.findIndex((one) => JSON.stringify(one) === JSON.stringify(row)) === index,
  );
}

function always(context: Context, matter: Matter, found: readonly PartyRow[]): PartyRow[] {
  const { parties } = context.say;
  const missing = [parties.counsel, parties.officer, parties.prosecutor].filter(
    (role) => !found.some((row) => row.role === role),
  );
  const named = found.map((row) => row.name ?? '');
  const judges = new Map<string, PartyRow>();
  for (const { fields } of matter.proceedings) {
    const name = fields.judge;
    const isNew = name !== undefined && !named.some((one) => one.includes(name));
    if (isNew && fields.status !== 'decided') {
      judges.set(name, { role: parties.judge, name, of: fields.courtTitle ?? '' });
    }
  }
  return [...missing.map((role) => ({ role, name: undefined, of: '' })), ...judges.values()];
}

/** Counsel, officers, prosecutor, judge and complainant; co-accused by name and role only. */
export function gatherParties(context: Context, matter: Matter): Parties {
  const { say } = context;
  const found = linked(context, matter);
  const mine = new Set(context.people.flatMap((held) => held.accused.map((one) => one.id)));
  const complainant = matter.view.fields.complainant;
  const showsRoles = context.profile.fields.accused?.includes('roleAlleged') === true;
  return {
    line: undefined,
    people: [
      ...found,
      ...(context.profile.namesWitnesses ? always(context, matter, found) : []),
      ...(complainant === undefined
        ? []
        : [{ role: say.parties.complainant, name: complainant, of: '' }]),
    ],
    coAccused: matter.accused
      .filter((one) => !mine.has(one.id))
      .map(({ fields }, index) => ({
        serial: String(fields.serial ?? index + 1),
        name: namesIn(context.reader.getOf('person', fields.person)?.fields.names) ?? fields.name,
        role: showsRoles ? orBlank(fields.roleAlleged) : '',
      })),
  };
}
