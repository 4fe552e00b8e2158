import type { JsonValue } from '#shared/domain/json';
import { AppError } from '#shared/errors/app-error';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf } from '#shared/ipc/entry';
import {
  tapped,
  writeWholeFile,
  type CaseFile,
  type Leaving,
  type ShareOrder,
} from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { Cancelled, going } from '../jobs';
import { cut, given } from './lists';

type Order = InputOf<Contract['bundles']['plan']>['order'];
type Make = InputOf<Contract['bundles']['make']>;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const orderOf = (file: CaseFile, { namelessFor, persons, cases, level, ...order }: Order) =>
  ({
    ...order,
    ...given({ persons, cases, level }),
    ...(namelessFor !== undefined && {
      pseudonyms: file.exchange.groupKey(file.exchange.groups.nameOf(namelessFor)),
    }),
  }) satisfies ShareOrder;

function numbersOf({ token, level, records, files, heldBack }: Leaving) {
  const fields = records.flatMap((record) => record.fields);
  return {
    ...{ seen: token, level, records: records.length, values: fields.length },
    past: sum(fields.map(({ past }) => past)),
    ...{ files: files.length, sizeBytes: sum(files.map(({ sizeBytes }) => sizeBytes)) },
    heldBack: heldBack.length,
  };
}

function addresseeOf(file: CaseFile, to: Make['to']) {
  const { exchange } = file;
  if (to === undefined)
    return Promise.resolve({ type: 'passphrase', words: exchange.words() } as const);
  const { cards, groups, toSelf, despite } = to;
  const names = [...cards, ...groups.map((id) => file.exchange.groups.nameOf(id))];
  return exchange.addressee({ to: names, toSelf, despite });
}

/** Whom it was for, in the register of what lies outside. */
const toNames = (file: CaseFile, to: Make['to']): string =>
  [
    ...(to?.groups ?? []).map((id) => file.exchange.groups.nameOf(id)),
    ...(to?.cards ?? []).map((id) => file.exchange.cards.show(id).name),
  ].join(', ');

async function write(
  desk: Desk,
  path: string,
  leaving: Leaving,
  { job, to, note }: Make,
  isCancelled: () => boolean,
) {
  const file = desk.file();
  const total = sum(leaving.files.map(({ sizeBytes }) => sizeBytes));
  const assertGoingOn = going(isCancelled);
  let done = 0;
  const onWritten = ({ length }: Uint8Array): void => {
    assertGoingOn();
    done = Math.min(total, done + length);
    desk.emit('progress', { job, done, total, step: 'bundle' });
  };
  const addressee = await addresseeOf(file, to);
  const made = await file.exchange.make({ leaving, addressee, note, onRead: assertGoingOn });
  const { sizeBytes, sha256 } = await writeWholeFile(path, tapped(made.bytes, onWritten), {
    // The dialog has asked whether to replace.
    force: true,
    beforeNaming: (written) => {
      made.note();
      file.noteBundle(written, toNames(file, to));
    },
  });
  return {
    ...{ bundle: Buffer.from(made.bundleId).toString('hex'), seq: made.seq, sizeBytes, sha256 },
    ...(addressee.type === 'passphrase' && { words: addressee.words.split(' ') }),
  };
}

/** What was planned last: what is shown is of it, and what is made. */
export function plans(desk: Desk) {
  let held: { readonly order: Order; readonly leaving: Leaving } | undefined;
  const plan = (order: Order): Leaving => {
    const file = desk.file();
    held = { order, leaving: file.exchange.plan(orderOf(file, order)) };
    return held.leaving;
  };
  /** Throws `input/changed` where something else was planned since. */
  const seen = (token: string): Leaving => {
    if (held?.leaving.token !== token) throw new AppError('input/changed', { file: '' });
    return held.leaving;
  };
  return {
    plan,
    seen,
    /** The same as things stand now. Throws `input/changed` where that is not what was seen. */
    again: (token: string): Leaving => {
      seen(token);
      if (held !== undefined) plan(held.order);
      return seen(token);
    },
  };
}

export type Plans = ReturnType<typeof plans>;

type PlanHandlers = Pick<
  Handlers<'bundles'>,
  'plan' | 'leaving' | 'leavingFiles' | 'stayingBack' | 'make'
>;

/** Pages of what was planned. */
const shownBy = (
  planned: Plans,
): Pick<PlanHandlers, 'leaving' | 'leavingFiles' | 'stayingBack'> => ({
  leaving: ({ seen, ...page }) => {
    const { total, rows } = cut(planned.seen(seen).records, page);
    const shown = rows.map(({ id, kind, label, part, fields }) => ({
      ...{ id, kind, label, isPart: part === 'stub' },
      fields: fields.map((field) => ({ ...field, value: field.value as JsonValue })),
    }));
    return { total, rows: shown };
  },
  leavingFiles: ({ seen, ...page }) => {
    const { total, rows } = cut(planned.seen(seen).files, page);
    const shown = rows.map(({ document, label, sizeBytes }) => ({
      ...{ id: document, label, sizeBytes },
    }));
    return { total, rows: shown };
  },
  stayingBack: ({ seen, ...page }) => {
    const { total, rows } = cut(planned.seen(seen).heldBack, page);
    const shown = rows.map(({ kind, label, path, reason }) => ({
      ...{ kind, label, reason },
      ...given({ path }),
    }));
    return { total, rows: shown };
  },
});

/** What would leave, exactly, and a bundle of that and nothing else. */
export function leavingHandlers(desk: Desk, planned: Plans): PlanHandlers {
  return {
    ...shownBy(planned),
    plan: ({ order }) => numbersOf(planned.plan(order)),
    make: (input, call) => {
      desk.file().assertWritable();
      const { path } = call.file(input.token, 'save');
      return desk.jobs.run(input.job, async (isCancelled) => {
        try {
          const made = await desk.sealing(async () =>
            write(desk, path, planned.again(input.seen), input, isCancelled),
          );
          return { isCancelled: false, made };
        } catch (error) {
          if (!(error instanceof Cancelled)) throw error;
          return { isCancelled: true };
        }
      });
    },
  };
}
