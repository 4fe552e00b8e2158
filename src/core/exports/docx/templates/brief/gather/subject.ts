import type { RecordReader } from '#core/changes/ports';
import { AppError } from '#shared/errors/app-error';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { byDate, isGoingOn, isOpenHold, type AsOf, type Held, type Matter } from './context';

/** One case with all its accused who are held, one accused of it, or one person in all their cases. */
export type Subject =
  | { readonly type: 'case'; readonly id: RecordId; readonly accused?: RecordId }
  | { readonly type: 'person'; readonly id: RecordId };

function matterOf(reader: RecordReader, view: RecordView<'case'>): Matter {
  const proceedings = reader.referring('proceeding', 'case', view.id);
  const hearings = proceedings.flatMap((one) => reader.referring('hearing', 'proceeding', one.id));
  const accused = reader.referring('accused', 'case', view.id);
  const bySerial = (one: RecordView<'accused'>): number => one.fields.serial ?? 1e6;
  return {
    view,
    accused: accused.toSorted((a, b) => bySerial(a) - bySerial(b)),
    proceedings: proceedings.toSorted(byDate((one) => one.fields.filedOn)),
    hearings: hearings.toSorted(byDate((one) => one.fields.on)),
  };
}

/** Whether the file shows someone inside on a day: a hold, a place of custody, or the word arrested. */
function isHeld(reader: RecordReader, person: RecordId, asOf: AsOf): boolean {
  const holds = reader.referring('hold', 'person', person);
  return (
    holds.some((hold) => isOpenHold(reader, hold, asOf)) ||
    reader
      .referring('placement', 'person', person)
      .some((place) => isGoingOn(asOf, place.fields.from, place.fields.until))
  );
}

function heldOf(
  reader: RecordReader,
  id: RecordId,
  accused: readonly RecordView<'accused'>[],
): Held {
  const person = reader.getOf('person', id);
  const ownName = accused.map((one) => one.fields.name).find((name) => name !== undefined);
  const label = person?.label;
  return { id, person, name: label === undefined || label === '' ? ownName : label, accused };
}

type Found = { readonly people: readonly Held[]; readonly matters: readonly Matter[] };

/** Everyone the case has inside or may: its accused, whom its orders cover, who is held under it. */
function personsOf(reader: RecordReader, matter: Matter): readonly RecordId[] {
  const { id } = matter.view;
  const covered = reader
    .referring('order', 'case', id)
    .filter((order) => order.fields.type === 'detention')
    .flatMap((order) => order.fields.persons ?? [])
    .map(({ value }) => value.person);
  const held = reader.referring('hold', 'case', id).map((hold) => hold.fields.person);
  const accused = matter.accused.map((one) => one.fields.person);
  return [...new Set([...accused, ...covered, ...held])].filter((one) => one !== undefined);
}

function ofCase(
  reader: RecordReader,
  id: RecordId,
  chosen: RecordId | undefined,
  asOf: AsOf,
): Found {
  const view = reader.getOf('case', id);
  if (view === undefined) return { people: [], matters: [] };
  const matter = matterOf(reader, view);
  if (chosen !== undefined) {
    const wanted = matter.accused.filter((one) => one.id === chosen);
    const people = wanted.map((one) => heldOf(reader, one.fields.person ?? one.id, [one]));
    return { people, matters: [matter] };
  }
  const known = personsOf(reader, matter);
  const inside = known.filter((person) => isHeld(reader, person, asOf));
  const people = (inside.length > 0 ? inside : known).map((person) =>
    heldOf(
      reader,
      person,
      matter.accused.filter((one) => one.fields.person === person),
    ),
  );
  return { people, matters: [matter] };
}

function ofPerson(reader: RecordReader, id: RecordId): Found {
  const accused = reader.referring('accused', 'person', id);
  const ids = [
    ...accused.map((one) => one.fields.case),
    ...reader.referring('hold', 'person', id).map((hold) => hold.fields.case),
  ].filter((one) => one !== undefined);
  const matters = [...new Set(ids)]
    .map((one) => reader.getOf('case', one))
    .filter((one) => one !== undefined)
    .map((view) => matterOf(reader, view));
  return { people: [heldOf(reader, id, accused)], matters };
}

/**
 * Finds whom and what the brief is about. Throws `input/not-found` where the
 * vault holds no such record; one that the profile keeps back gives a paper of blanks.
 */
export function findSubject(
  source: RecordReader,
  reader: RecordReader,
  subject: Subject,
  asOf: AsOf,
): Found {
  const record = source.getOf(subject.type, subject.id);
  if (record === undefined) throw new AppError('input/not-found', { what: subject.type });
  if (subject.type === 'person') return ofPerson(reader, subject.id);
  if (subject.accused !== undefined) {
    const accused = source.getOf('accused', subject.accused);
    if (accused?.fields.case !== subject.id)
      throw new AppError('input/not-found', { what: 'accused' });
  }
  return ofCase(reader, subject.id, subject.accused, asOf);
}

/** Names, in every script, of the witnesses and sources linked to the case or person of a brief. */
export function witnessNames(source: RecordReader, subject: Subject): readonly string[] {
  const targets = new Set<RecordId>([subject.id]);
  const accused =
    subject.type === 'person'
      ? source.referring('accused', 'person', subject.id)
      : source.referring('accused', 'case', subject.id);
  for (const one of accused) {
    for (const id of [one.id, one.fields.case, one.fields.person])
      if (id !== undefined) targets.add(id);
  }
  for (const one of [...targets]) {
    for (const next of source.referring('proceeding', 'case', one)) targets.add(next.id);
  }
  const names = [...targets].flatMap((target) =>
    source.referring('link', 'to', target).flatMap((link) => {
      const from = link.fields.from === undefined ? undefined : source.get(link.fields.from);
      return isWitness(link, from) ? textsOf(from) : [];
    }),
  );
  return [...new Set(names)].toSorted((a, b) => b.length - a.length);
}

function isWitness(link: RecordView<'link'>, from: RecordView | undefined): boolean {
  if (link.fields.role === 'witnessIn') return true;
  if (from?.kind !== 'contact') return false;
  const roles = (from as RecordView<'contact'>).fields.roles ?? [];
  return roles.some((role) => role.value === 'witness' || role.value === 'source');
}

function textsOf(from: RecordView | undefined): string[] {
  if (from?.kind !== 'contact' && from?.kind !== 'person') return [];
  const names = (from as RecordView<'contact' | 'person'>).fields.names ?? [];
  return names.filter((name) => name.value.kind !== 'parentage').map((name) => name.value.text);
}
