import { AppError } from '#shared/errors/app-error';
import { editStore, finisher, type Touched, type WriterParts } from './edit-store';
import type { Edit, Origin } from './model';
import type { ActionWriter, Committed } from './ports';
import { editChecker } from './validate';

export type { WriterParts } from './edit-store';

export type ActionInput = {
  readonly what: string;
  readonly origin: Origin;
  readonly edits: readonly Edit[];
};

export type ChangeWriter = ActionWriter & {
  /**
   * Many actions in one transaction: all or none. Derivations are refreshed once and one audit row
   * names the first and the last action. Throws the first fault as `validateEdits` finds it.
   */
  commitAll(inputs: readonly ActionInput[]): readonly Committed[];
};

/** Writes what a user did: changes, tables, derivations and audit row, all in one transaction or not at all. */
export function actionWriter(parts: WriterParts): ChangeWriter {
  const { db, audit } = parts;
  const { batch } = editStore(parts);
  const finish = finisher(parts);
  const check = editChecker(db);

  const auditRow = (done: readonly Committed[], what: string): void => {
    const written = done.filter((one) => one.changes > 0);
    const [first] = written;
    if (first === undefined) return;
    const changes = written.reduce((total, one) => total + one.changes, 0);
    const many = { actions: written.length, last: written.at(-1)?.action ?? first.action };
    audit.append('commit', first.action, { what, changes, ...(written.length > 1 ? many : {}) });
  };

  const commitAll = (inputs: readonly ActionInput[]): readonly Committed[] =>
    db.transaction(() => {
      const touched: Touched = new Map();
      const write = batch(touched);
      const announced = new Map<string, string>();
      for (const { edits } of inputs)
        for (const edit of edits)
          if (!announced.has(edit.record)) announced.set(edit.record, edit.kind);
      const done = inputs.map((input) => {
        const [fault] = check(input.edits, announced);
        if (fault !== undefined) throw fault.error;
        return write(input);
      });
      finish(touched);
      auditRow(done, inputs[0]?.what ?? '');
      return done;
    });

  return {
    commitAll,
    commit: (what, origin, edits) => {
      const [done] = commitAll([{ what, origin, edits }]);
      if (done === undefined) throw new AppError('internal');
      return done;
    },
  };
}
