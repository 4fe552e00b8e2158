import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import type { Arrival, CaseFile, Choice, Coming, Incoming } from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { going } from '../jobs';
import { bytesOf } from './chosen-bytes';
import { cut, given } from './lists';
import { fileKind } from './file-kind';

/** A bundle that was read whole and waits, with what taking it in would change. */
type Waiting = {
  readonly id: string;
  readonly incoming: Incoming;
  readonly arrival: Arrival;
  readonly coming: Coming;
  /** Of the sender's card. */
  readonly digits: readonly string[];
};

/** Tells of so many changes at a time. */
const STEP = 250;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function countsOf({ records, known, past, files }: Coming) {
  const ofWhat = (wanted: string): number =>
    sum(records.map(({ fields }) => fields.filter(({ what }) => what === wanted).length));
  return {
    records: records.filter(({ isNew }) => isNew).length,
    ...{ fresh: ofWhat('new'), updates: ofWhat('update'), conflicts: ofWhat('conflict') },
    ...{ known, past: Math.max(0, past), files: files.length },
    fileBytes: sum(files.map(({ sizeBytes }) => sizeBytes)),
  };
}

function shownOf({ id, incoming, arrival, coming, digits }: Waiting) {
  const { manifest, sender } = incoming;
  const { purpose, level, history, pseudonyms } = manifest.scope;
  return {
    ...{ what: 'bundle' as const, bundle: id, from: sender.name, digits },
    ...{ knownAs: arrival.knownAs, standing: arrival.sender, isStale: arrival.isStale },
    ...given({ before: arrival.before }),
    ...{ createdMs: manifest.created_ms, seq: manifest.seq, note: manifest.note },
    ...{ purpose, level, history, isNameless: pseudonyms },
    ...(manifest.rcpt !== 'passphrase' && { cards: manifest.rcpt.length }),
    counts: countsOf(coming),
    asking: coming.asking.map(({ record, kind, label, path, question }) => ({
      ...{ record, kind, label, path, question },
    })),
    likelySame: coming.likelySame,
  };
}

function receiptOf(file: CaseFile, bytes: Uint8Array) {
  const { bundle, from, atMs, outcome, isVerified } = file.exchange.takeReceipt(bytes);
  const seq = file.exchange.sent().find(({ id }) => id === bundle)?.seq ?? 0;
  return { what: 'receipt' as const, bundle, seq, from, atMs, outcome, isVerified };
}

type Taking = Parameters<Handlers<'bundles'>['take']>[0];

/** Records of the bundle that somebody chose. */
function chosenOf({ set }: Incoming, { from, but }: Taking): Choice['records'] {
  const named = new Set<RecordId>(but);
  if (from === 'none') return named;
  if (named.size === 0) return 'all';
  return new Set(set.changes.map(({ record }) => record).filter((id) => !named.has(id)));
}

const choiceOf = (incoming: Incoming, taking: Taking): Choice => {
  const { rest, answers, despite } = taking;
  return { records: chosenOf(incoming, taking), rest, answers, despite };
};

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/** Adds the labels of those records of the bundle that the values of one name. */
function labelled({ coming }: Waiting, rows: Coming['records']) {
  const labelOf = new Map<string, string>(coming.records.map(({ id, label }) => [id, label]));
  return rows.map((row) => {
    const named = JSON.stringify(row.fields).match(ID) ?? [];
    const labels = named.filter((id) => labelOf.has(id)).map((id) => [id, labelOf.get(id)]);
    return { ...row, labels: Object.fromEntries(labels) as Readonly<Record<RecordId, string>> };
  });
}

/** One page of what would change. */
function comingPage(waiting: Waiting, page: Parameters<typeof cut>[1]) {
  const { total, rows } = cut(waiting.coming.records, page);
  return { total, rows: labelled(waiting, rows) };
}

/** One record of it. Throws `input/not-found`. */
function comingOne(waiting: Waiting, id: RecordId) {
  const [one] = labelled(
    waiting,
    waiting.coming.records.filter((row) => row.id === id),
  );
  if (one === undefined) throw new AppError('input/not-found', { id });
  return one;
}

/** The one bundle that waits: read into staging, looked through, let go. */
function waitingBundle(desk: Desk) {
  let held: Waiting | undefined;
  const letGo = (): void => {
    held?.incoming.drop();
    held = undefined;
  };
  return {
    letGo,
    now: () => held,
    /** Throws `input/not-found` where it waits no more. */
    one: (bundle: string): Waiting => {
      if (held?.id !== bundle) throw new AppError('input/not-found', { id: bundle });
      return held;
    },
    open: async (
      source: AsyncIterable<Uint8Array>,
      words: Uint8Array | undefined,
      onStep: (done: number, total: number) => void,
    ) => {
      const { exchange } = desk.file();
      const incoming = await exchange.open(source, words);
      try {
        const arrival = exchange.arrivalOf(incoming);
        const coming = await exchange.preview(incoming, { onStep });
        letGo();
        const id = Buffer.from(incoming.bundleId).toString('hex');
        held = { id, incoming, arrival, coming, digits: exchange.digitsOf(incoming) };
        return held;
      } catch (error) {
        incoming.drop();
        throw error;
      }
    },
  };
}

type Desks = { readonly desk: Desk; readonly waiting: ReturnType<typeof waitingBundle> };

type Reading = {
  readonly job: string;
  readonly sizeBytes: number;
  readonly isCancelled: () => boolean;
};

/** Tells how far a bundle is: half of the way it is read, half of it is looked through. */
function toldOf(desk: Desk, { job, sizeBytes, isCancelled }: Reading) {
  const assertGoingOn = going(isCancelled);
  const half = Math.max(1, sizeBytes);
  const tell = (done: number): void => {
    desk.emit('progress', { job, done: Math.min(done, 2 * half), total: 2 * half, step: 'bundle' });
  };
  return {
    onBytes: tell,
    onStep: (done: number, total: number): void => {
      assertGoingOn();
      tell(half + Math.round((half * done) / Math.max(1, total)));
    },
  };
}

const openHandler =
  ({ desk, waiting }: Desks): Handlers<'bundles'>['open'] =>
  ({ job, token, words }, call) => {
    const file = desk.file();
    file.assertWritable();
    const chosen = call.file(token, 'read');
    const { kind, bytes } = fileKind(chosen);
    if (kind === 'card' || kind === 'notice') return { isCancelled: false, found: { what: kind } };
    if (kind === 'receipt') return { isCancelled: false, found: receiptOf(file, bytes) };
    return desk.jobs.run(job, async (isCancelled) => {
      const told = toldOf(desk, { job, sizeBytes: chosen.sizeBytes, isCancelled });
      try {
        const bytes = bytesOf(chosen, told.onBytes, isCancelled);
        const opened = await waiting.open(bytes, words, told.onStep);
        return { isCancelled: false, found: shownOf(opened) };
      } catch (error) {
        if (!isCancelled()) throw error;
        return { isCancelled: true };
      }
    });
  };

const takeHandler =
  ({ desk, waiting }: Desks): Handlers<'bundles'>['take'] =>
  async (input) => {
    const file = desk.file();
    file.assertWritable();
    const { incoming } = waiting.one(input.bundle);
    const total = incoming.set.changes.length;
    let done = 0;
    const taken = file.exchange.take(incoming, choiceOf(incoming, input), () => {
      done += 1;
      if (done % STEP === 0)
        desk.emit('progress', { job: input.job, done: Math.min(done, total), total, step: 'take' });
    });
    waiting.letGo();
    desk.emit('vaultChanged', { records: [] });
    await file.documents.readTexts(taken.documents);
    return {
      ...{ outcome: taken.outcome, taken: taken.taken.length, refused: taken.refused.length },
      ...{ setAside: taken.setAside.length, known: taken.known, files: taken.files },
      conflicts: file.conflicts().length,
    };
  };

/** What arrives: looked through, decided about, let go. */
export function arrivingHandlers(
  desk: Desk,
): Pick<
  Handlers<'bundles'>,
  'open' | 'waiting' | 'coming' | 'comingOne' | 'comingFiles' | 'take' | 'close'
> {
  const waiting = waitingBundle(desk);
  return {
    open: openHandler({ desk, waiting }),
    waiting: () => {
      const held = waiting.now();
      return held === undefined ? {} : { bundle: shownOf(held) };
    },
    coming: ({ bundle, ...page }) => comingPage(waiting.one(bundle), page),
    comingOne: ({ bundle, id }) => comingOne(waiting.one(bundle), id),
    comingFiles: ({ bundle, ...page }) => cut(waiting.one(bundle).coming.files, page),
    take: takeHandler({ desk, waiting }),
    close: ({ bundle }) => {
      waiting.one(bundle);
      waiting.letGo();
    },
  };
}
