import type { RecordId } from '#shared/domain/ids';
import { once, writeWholeFile, type CaseFile } from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { given } from './lists';

type Sent = ReturnType<CaseFile['exchange']['sent']>[number];

const MOST_ABOUT = 20;

/** A bundle made here, as the window tells of it. */
function sentOf(file: CaseFile, { id, atMs, seq, to, toNames, order, receipts }: Sent) {
  const { purpose, level, history, files, isNameless, persons = [], cases = [] } = order;
  const records = [...persons, ...cases];
  const about = records.slice(0, MOST_ABOUT).flatMap((record: RecordId) => {
    const view = file.records.get(record);
    return view === undefined ? [] : [{ id: view.id, kind: view.kind, label: view.label }];
  });
  return {
    ...{ id, atMs, seq, to: toNames, isForWords: to === 'passphrase' },
    asked: {
      ...{ purpose, history, isNameless, about, records: records.length },
      ...given({ level }),
      files: typeof files === 'string' ? files : files.length,
    },
    receipts: receipts.map((receipt) => ({
      ...{ name: receipt.name, atMs: receipt.atMs, outcome: receipt.outcome },
    })),
  };
}

/** What was made and what arrived, made again, receipted, taken back. */
export function listHandlers(
  desk: Desk,
): Pick<Handlers<'bundles'>, 'list' | 'again' | 'receipt' | 'undo'> {
  return {
    list: () => {
      const file = desk.file();
      const { sent, arrivals } = file.exchange;
      return { sent: sent().map((one) => sentOf(file, one)), arrived: arrivals() };
    },
    again: ({ bundle }) => {
      const { order, to } = desk.file().exchange.askedAgain(bundle);
      return { order, to };
    },
    receipt: async ({ bundle, token }, call) => {
      const { path } = call.file(token, 'save');
      const bytes = await desk.file().exchange.receiptFor(Buffer.from(bundle, 'hex'));
      const { sizeBytes } = await writeWholeFile(path, once(bytes), {
        // The dialog has asked whether to replace.
        force: true,
      });
      return { sizeBytes };
    },
    undo: ({ bundle }) => {
      const file = desk.file();
      file.assertWritable();
      const { removed, kept, shared, erasedSince } = file.exchange.undo(bundle);
      desk.emit('vaultChanged', { records: [] });
      return { removed, kept: kept.length, shared, erasedSince };
    },
  };
}
