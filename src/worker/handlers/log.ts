import { logBreakOf, writeWholeFile } from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { recordRefOf } from './record-ref';

async function* inTurn(source: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const bytes of source) {
    yield bytes;
    // Other calls of the window come in between.
    await new Promise(setImmediate);
  }
}

export function logHandlers(desk: Desk): Handlers<'log'> {
  return {
    list: ({ limit, offset, ...asked }) => {
      const file = desk.file();
      const { total, rows } = file.log.page(asked, limit, offset);
      return {
        total,
        rows: rows.map(({ seq, atMs, isClockBehind, name, action, what, record }) => ({
          ...{ seq, atMs, isClockBehind, name, action, what },
          record: record === undefined ? undefined : recordRefOf(file, record),
        })),
      };
    },
    facets: () => desk.file().log.facets(),
    verify: () => {
      try {
        const { rows, firstMs, signedMs, witnesses } = desk.file().log.verify();
        return { isWhole: true, rows, firstMs, signedMs, witnesses };
      } catch (error) {
        const found = logBreakOf(error);
        if (found === undefined) throw error;
        desk.foundDamaged('audit/broken');
        return { isWhole: false, ...found };
      }
    },
    export: async ({ token, ...asked }, call) => {
      const file = desk.file();
      const { path } = call.file(token, 'save');
      const { sizeBytes } = await writeWholeFile(path, inTurn(file.log.csv(asked)), {
        // The dialog has asked whether to replace.
        force: true,
        beforeNaming: (written) => {
          file.noteExport({ act: 'export', what: 'log', file: written });
        },
      });
      return { sizeBytes };
    },
  };
}
