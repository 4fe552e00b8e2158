import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { Temporal } from 'temporal-polyfill';
import type { DateValue } from '#shared/domain/field';
import type { Context, Matter } from './context';
import { byDate, dateText, joined, nameOf, namesIn, orBlank, sentenceCase } from './context';

export type OrderRow = {
  readonly on: string | undefined;
  readonly what: string | undefined;
  readonly by: string | undefined;
  readonly terms: readonly string[];
};
export type DocumentRow = {
  readonly what: string | undefined;
  readonly on: string | undefined;
  readonly pages: string | undefined;
  readonly language: string | undefined;
};
export type TaskRow = {
  readonly due: string | undefined;
  readonly title: string | undefined;
  readonly who: string | undefined;
};

const uniqueById = <V extends { readonly id: RecordId }>(views: readonly V[]): V[] => [
  ...new Map(views.map((view) => [view.id, view])).values(),
];

/** `100000` as `100,000`. */
const grouped = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/gu, ',');

function terms(context: Context, order: RecordView<'order'>): string[] {
  const { say, words } = context;
  const { fields } = order;
  const [from, until] = [dateText(context, fields.from), dateText(context, fields.until)];
  const period =
    from === undefined && until === undefined
      ? undefined
      : say.orders.period(orBlank(from), orBlank(until));
  const served = (fields.persons ?? [])
    .filter(({ value }) => context.people.some((held) => held.id === value.person))
    // Detention runs from service, so a blank is worth seeing; of other orders only what is known.
    .filter(({ value }) => fields.type === 'detention' || Object.keys(value).length > 1)
    .map(({ value }) => {
      const name = orBlank(nameOf(context, value.person));
      const grounds = dateText(context, value.groundsOn);
      const setAside = dateText(context, value.setAsideOn);
      return joined([
        fields.type === 'detention' || value.servedOn !== undefined
          ? say.orders.served(name, orBlank(dateText(context, value.servedOn)))
          : name,
        grounds === undefined ? undefined : say.orders.grounds(grounds),
        setAside === undefined ? undefined : say.orders.setAside(setAside),
        value.note,
      ]);
    });
  return [
    joined(
      [period, fields.days === undefined ? undefined : say.orders.days(words.days(fields.days))],
      ' ',
    ),
    fields.bailAmount === undefined
      ? undefined
      : say.orders.bail(grouped(fields.bailAmount), fields.sureties),
    fields.conditions,
    fields.gist,
    ...served,
  ]
    .filter((line) => line !== undefined)
    .map(sentenceCase);
}

export function gatherOrders(context: Context): readonly OrderRow[] {
  const { reader, words, say } = context;
  const orders = uniqueById([
    ...context.matters.flatMap((matter) => reader.referring('order', 'case', matter.view.id)),
    ...context.people.flatMap((held) => reader.referring('order', 'persons', held.id)),
  ]);
  return orders.toSorted(byDate((order) => order.fields.on)).map((order) => ({
    on: dateText(context, order.fields.on),
    what: joined([
      order.fields.type && words.orderType[order.fields.type],
      order.fields.number === undefined ? undefined : say.orders.number(order.fields.number),
    ]),
    by: joined([order.fields.authority, order.fields.statute]),
    terms: terms(context, order),
  }));
}

function documentsOf(context: Context): RecordView<'document'>[] {
  const { reader } = context;
  const targets = [
    ...context.matters.flatMap((matter) => [
      matter.view.id,
      ...matter.proceedings.map((one) => one.id),
      ...matter.hearings.map((one) => one.id),
    ]),
    ...context.people.flatMap((held) => [held.id, ...held.accused.map((one) => one.id)]),
  ];
  const evidence = targets.flatMap((target) =>
    reader
      .referring('link', 'to', target)
      .filter((link) => link.fields.role === 'evidenceFor')
      .map((link) => reader.getOf('document', link.fields.from)),
  );
  const about = targets.flatMap((target) => reader.referring('document', 'about', target));
  return uniqueById([...about, ...evidence.filter((one) => one !== undefined)]);
}

/** Undefined where the profile's paper lists no documents. */
export function gatherDocuments(context: Context): readonly DocumentRow[] | undefined {
  if (context.profile.fields.document === undefined) return undefined;
  const { pack, reader, say } = context;
  return documentsOf(context)
    .toSorted(byDate((one) => one.fields.on))
    .map(({ fields }) => {
      const original = reader.getOf('document', fields.translationOf);
      const type = fields.type && (pack.documentType(fields.type) ?? fields.type);
      return {
        what: joined([
          joined([type, fields.title === type ? undefined : fields.title], ': '),
          original === undefined ? undefined : say.documents.translation(original.label),
        ]),
        on: dateText(context, fields.on),
        pages: fields.pages === undefined ? undefined : String(fields.pages),
        language: fields.language,
      };
    });
}

/** The day a task falls due: its own, or so many days from a hearing whose day is known. */
function dueOf(
  task: RecordView<'task'>,
  hearing: RecordView<'hearing'> | undefined,
): DateValue | undefined {
  const { dueOn, offsetDays } = task.fields;
  const on = hearing?.fields.on;
  if (dueOn !== undefined || on === undefined) return dueOn;
  if (!/^\d{4}-\d{2}-\d{2}/u.test(on.edtf) || on.edtf.includes('/')) return on;
  const day = Temporal.PlainDate.from(on.edtf.slice(0, 10)).add({ days: offsetDays ?? 0 });
  return { edtf: day.toString() };
}

/** Undefined where the profile's paper lists no tasks. */
export function gatherTasks(context: Context): readonly TaskRow[] | undefined {
  if (context.profile.fields.task === undefined) return undefined;
  const { reader, matters, people } = context;
  const tasks = uniqueById([
    ...matters.flatMap((matter: Matter) => [
      ...reader.referring('task', 'case', matter.view.id),
      ...matter.hearings.flatMap((hearing) => reader.referring('task', 'hearing', hearing.id)),
    ]),
    ...people.flatMap((held) => reader.referring('task', 'person', held.id)),
  ]);
  return tasks
    .filter((task) => task.fields.doneOn === undefined)
    .map((task) => ({ task, due: dueOf(task, reader.getOf('hearing', task.fields.hearing)) }))
    .toSorted(byDate(({ due }) => due))
    .map(({ task, due }) => ({
      due: dateText(context, due),
      title: task.fields.title,
      who: namesIn(reader.getOf('contact', task.fields.assignee)?.fields.names),
    }));
}
