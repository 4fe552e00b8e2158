import type { RecordId } from '#shared/domain/ids';
import type { ErrorCode } from '#shared/errors/codes';
import { AppError } from '#shared/errors/app-error';
import { compareWithTables } from '#core/changes/replay';
import type { RecordReader } from '#core/changes/ports';
import type { ReadableDb } from '#core/db/driver';
import { toAppError } from '#core/db/errors';
import { readVaultInfo } from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';

/** One part of a vault that was checked. */
export type VerifyStep = {
  readonly part: 'header' | 'pages' | 'audit' | 'tables' | 'attachments';
  /** Pages, rows, records or files looked at. */
  readonly checked: number;
  readonly faults: readonly VerifyFault[];
};

type VerifyFault = {
  readonly code: ErrorCode;
  /** What is affected: an attachment's name, a table; '' where the whole part is. */
  readonly what: string;
  /** Documents or records that are affected. */
  readonly records: readonly RecordId[];
};

export type Verification = { readonly isSound: boolean; readonly steps: readonly VerifyStep[] };

const fault = (code: ErrorCode, what = '', records: readonly RecordId[] = []): VerifyFault => ({
  code,
  what,
  records,
});

/** Counts what `work` answers, and names what it throws. */
function step(part: VerifyStep['part'], work: () => number): VerifyStep {
  try {
    return { part, checked: work(), faults: [] };
  } catch (error) {
    return { part, checked: 0, faults: [fault(toAppError(error).code)] };
  }
}

function header(dir: string): VerifyStep {
  return step('header', () => {
    if (!readVaultInfo(dir).isTwinned) throw new AppError('vault/header-damaged');
    return 2;
  });
}

function tables(db: ReadableDb): VerifyStep {
  try {
    const faults = compareWithTables(db).map(({ table, record }) =>
      fault('db/tables-differ', table, record === undefined ? [] : [record]),
    );
    return { part: 'tables', checked: 1, faults };
  } catch (error) {
    return { part: 'tables', checked: 0, faults: [fault(toAppError(error).code)] };
  }
}

/** Every attachment that has a key, and every one that a document names. */
async function attachments(vault: OpenVault, reader: RecordReader): Promise<VerifyStep> {
  const named = new Map<string, RecordId[]>();
  for (const document of reader.all('document')) {
    const { blob } = document.fields;
    if (blob !== undefined) named.set(blob, [...(named.get(blob) ?? []), document.id]);
  }
  const names = new Set([...vault.blobs.names(), ...named.keys()]);
  const faults: VerifyFault[] = [];
  for (const name of names) {
    try {
      await vault.blobs.verify(name);
    } catch (error) {
      faults.push(fault(toAppError(error).code, name, named.get(name) ?? []));
    }
  }
  return { part: 'attachments', checked: names.size, faults };
}

/** Checks every part of an open vault; damage of one does not hide that of another. */
export async function verifyVault(
  vault: OpenVault,
  reader: RecordReader,
  onStep: (step: VerifyStep) => void,
): Promise<Verification> {
  const steps: VerifyStep[] = [];
  const add = (done: VerifyStep): void => {
    steps.push(done);
    onStep(done);
  };
  add(header(vault.dir));
  add(step('pages', () => vault.verifyPages()));
  add(step('audit', () => vault.audit.verify()));
  add(tables(vault.db));
  try {
    add(await attachments(vault, reader));
  } catch (error) {
    add({ part: 'attachments', checked: 0, faults: [fault(toAppError(error).code)] });
  }
  return { isSound: steps.every(({ faults }) => faults.length === 0), steps };
}
