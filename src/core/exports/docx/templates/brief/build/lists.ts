import type { BriefData } from '../data';
import type { Sentences } from '../sentences';
import { gap, heading, INK, none, nothing, para, table, type Block, type Cell } from './kit';

export function ordersPart(data: BriefData, say: Sentences, width: number): Block[] {
  if (data.orders === undefined) return [];
  const rows = data.orders.map((order): Cell[] => [
    order.on,
    [{ text: order.what, bold: true }],
    order.by,
    order.terms.length === 0 ? '' : { lines: order.terms },
  ]);
  return [
    heading(say.section.orders),
    ...(rows.length === 0
      ? [nothing(none(data, 'order', say.orders.none))]
      : [table({ shares: [16, 24, 24, 36], head: say.orders.head, rows, width }), gap()]),
  ];
}

export function documentsPart(data: BriefData, say: Sentences, width: number): Block[] {
  if (data.documents === undefined) return [];
  const rows = data.documents.map((one, index) => [
    String(index + 1),
    one.what,
    one.on,
    one.pages,
    one.language,
  ]);
  return [
    heading(say.section.documents),
    ...(rows.length === 0
      ? [nothing(none(data, 'document', say.documents.none))]
      : [table({ shares: [8, 46, 18, 12, 16], head: say.documents.head, rows, width }), gap()]),
  ];
}

export function tasksPart(data: BriefData, say: Sentences, width: number): Block[] {
  if (data.tasks === undefined) return [];
  const rows = data.tasks.map((task) => [task.due, task.title, task.who]);
  return [
    heading(say.section.tasks),
    ...(rows.length === 0
      ? [nothing(none(data, 'task', say.tasks.none))]
      : [table({ shares: [20, 52, 28], head: say.tasks.head, rows, width }), gap()]),
  ];
}

/** Both values of what is not settled, side by side; the paper decides nothing. */
export function openPart(data: BriefData, say: Sentences, width: number): Block[] {
  if (data.open === undefined) return [];
  if (data.open.length === 0)
    return [heading(say.section.open), nothing(none(data, 'claim', say.open.none))];
  const rows = data.open.flatMap((question) =>
    question.values.map((value, index): Cell[] => [
      index === 0 ? [{ text: question.fact, bold: true }] : '',
      [{ text: value.value, bold: value.isUsed, color: INK.conflict }],
      value.says,
    ]),
  );
  return [
    heading(say.section.open),
    para(say.open.intro, 'Note'),
    table({ shares: [30, 32, 38], head: say.open.head, rows, width }),
    gap(),
  ];
}
