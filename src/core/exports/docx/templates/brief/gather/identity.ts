import type { Held, Context } from './context';
import { asOfText, dateText, joined, namesIn, sentenceCase } from './context';

export type Fact = readonly [label: string, value: string | undefined];
export type IdentityCard = { readonly name: string | undefined; readonly facts: readonly Fact[] };

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

/** A fact that is left out where the profile has no such field or nobody said anything of lesser weight. */
const optional = (label: string, value: string | undefined): Fact[] =>
  value === undefined ? [] : [[label, value]];

function ageAndSex(context: Context, held: Held): string | undefined {
  const fields = held.person?.fields ?? {};
  const { words, say } = context;
  const on = fields.ageOn === undefined ? undefined : dateText(context, fields.ageOn);
  const born = dateText(context, fields.bornOn);
  return joined([
    fields.ageYears === undefined ? undefined : say.identity.age(fields.ageYears, on),
    born === undefined ? undefined : say.identity.born(born),
    fields.sex === undefined ? undefined : words.sex[fields.sex],
  ]);
}

function addressOf({ say }: Context, held: Held): string | undefined {
  const lines = (held.person?.fields.addresses ?? []).map(({ value }) => {
    // A projected address has no text unless the whole address was asked for.
    const text = (value as { readonly text?: string }).text;
    const district =
      value.district === undefined ? undefined : say.identity.district(value.district);
    return joined([text, district]);
  });
  return joined([...new Set(lines)], '; ');
}

function asAccused(context: Context, held: Held): Fact[] {
  const { words, say } = context;
  return held.accused.flatMap(({ fields }) => {
    const statuses = (fields.statuses ?? []).map(({ value }) =>
      joined([words.accusedStatus[value.status], dateText(context, value.on)], ' '),
    );
    return [
      ...optional(say.identity.statuses, joined(statuses, '; ')),
      ...optional(say.identity.role, fields.roleAlleged),
      ...optional(say.identity.plea, fields.plea && words.plea[fields.plea]),
      ...optional(say.identity.sentence, fields.sentence),
      ...optional(
        say.identity.previousConvict,
        fields.previousConvict === undefined
          ? undefined
          : fields.previousConvict
            ? words.yes
            : words.no,
      ),
    ];
  });
}

function nameFacts(context: Context, held: Held): Fact[] {
  const { say } = context;
  const names = held.person?.fields.names ?? [];
  const aliases = names.filter(({ value }) => value.kind === 'alias');
  const parentage = names.filter(({ value }) => value.kind === 'parentage');
  return [
    [say.identity.name, namesIn(names) ?? held.name],
    ...optional(
      say.identity.alias,
      joined(
        aliases.map(({ value }) => value.text),
        ' · ',
      ),
    ),
    [
      say.identity.parentage,
      joined(
        parentage.map(({ value }) => joined([value.relation, value.text], ' ')),
        ' · ',
      ),
    ],
  ];
}

function identityCard(context: Context, held: Held): IdentityCard {
  const { say, words, profile } = context;
  const fields = held.person?.fields ?? {};
  const has = (field: string): boolean => profile.fields.person?.includes(field as never) === true;
  const numbers = (fields.identityDocuments ?? []).map(
    ({ value }) => `${words.identityType[value.type]} ${value.number}`,
  );
  return {
    name: held.name,
    facts: [
      ...nameFacts(context, held),
      [say.identity.ageAndSex, ageAndSex(context, held)],
      ...(has('identityDocuments') ? [[say.identity.identity, joined(numbers)] as const] : []),
      ...(has('addresses') ? [[say.identity.address, addressOf(context, held)] as const] : []),
      ...optional(say.identity.nationality, fields.nationality),
      ...optional(say.identity.occupation, fields.occupation),
      ...optional(
        say.identity.languages,
        joined((fields.languages ?? []).map(({ value }) => value)),
      ),
      ...optional(say.identity.why, fields.whyInside),
      ...asAccused(context, held),
    ],
  };
}

export const gatherIdentity = (context: Context): readonly IdentityCard[] =>
  context.people.map((held) => identityCard(context, held));

export type HealthCard = { readonly name: string | undefined; readonly facts: readonly Fact[] };

/** Undefined where the profile's paper has no such part. */
export function gatherHealth(context: Context): readonly HealthCard[] | undefined {
  if (context.profile.fields.person?.includes('health') !== true) return undefined;
  const { say } = context;
  return context.people.map((held) => {
    const fields = held.person?.fields ?? {};
    const health = (fields.health ?? []).map(({ value }) =>
      joined([value.what, value.need === undefined ? undefined : say.health.need(value.need)]),
    );
    return {
      name: held.name,
      facts: [
        [say.health.health, joined(health.filter(isDefined).map(sentenceCase), '; ')],
        ...optional(say.health.safety, fields.safety),
        ...optional(say.health.dependants, fields.dependants),
      ],
    };
  });
}

export const subjectLine = (context: Context): string | undefined =>
  joined(
    context.people.map((held) => namesIn(held.person?.fields.names) ?? held.name),
    '; ',
  );

export const asOfLine = (context: Context): string =>
  context.say.asOf(asOfText(context), context.asOf.zone);
