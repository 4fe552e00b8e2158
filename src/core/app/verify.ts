import type { RecordId } from '#shared/domain/ids';
import type { ErrorCode } from '#shared/errors/codes';
import { AppError } from '#shared/errors/app-error';
import { compareWithTables } from '#core/changes/replay';
import type { RecordReader } from '#core/changes/ports';
import { logBreakOf, type FoundBreak } from '#core/audit/proof';
import type { ReadableDb } from '#core/db/driver';
import { checkingIndex, derivedApart } from '#core/db/repositories/derived-check';
import { filesNotHere } from '#core/db/repositories/files-not-here';
import { toAppError } from '#core/db/errors';
import type { PackIndex } from '#core/packs/index';
import { searchDerivation } from '#core/search/index';
import type { DocumentTexts } from '#core/search/ports';
import { readVaultInfo } from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';

/** One part of a vault that was checked. */
export type VerifyStep = {
  readonly part: 'header' | 'pages' | 'audit' | 'tables' | 'derived' | 'attachments';
  /** Pages, rows, records or files looked at. */
  readonly checked: number;
  readonly faults: readonly VerifyFault[];
  /** Documents of other desks whose file has not come: no damage. Only of attachments. */
  readonly notHere?: readonly RecordId[];
};

type VerifyFault = {
  readonly code: ErrorCode;
  /** What is affected: an attachment's name, a table; '' where the whole part is. */
  readonly what: string;
  /** Documents or records that are affected. */
  readonly records: readonly RecordId[];
  /** Where and how a log was altered. */
  readonly log?: FoundBreak;
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
    const log = logBreakOf(error);
    const found = fault(toAppError(error).code);
    return { part, checked: 0, faults: [log === undefined ? found : { ...found, log }] };
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

export type VerifyParts = {
  readonly vault: OpenVault;
  readonly reader: RecordReader;
  readonly texts: DocumentTexts;
  readonly pack: () => PackIndex;
};

/** Search, clocks, standing and dockets against what the records give, counted by table. */
function derived({ vault: { db }, reader, texts, pack }: VerifyParts): VerifyStep {
  try {
    const index = checkingIndex(db);
    searchDerivation({ reader, texts, index }).rebuild();
    const search = index.apart();
    const apart = [
      ...(search === 0 ? [] : [['search', search] as const]),
      ...derivedApart(db, pack().pack),
    ];
    const faults = apart.map(([table, rows]) =>
      fault('db/derived-differ', `${table}, ${String(rows)} ${rows === 1 ? 'row' : 'rows'}`),
    );
    return { part: 'derived', checked: 1, faults };
  } catch (error) {
    return { part: 'derived', checked: 0, faults: [fault(toAppError(error).code)] };
  }
}

/** Parts that can be made anew from the changes. */
const REMADE: readonly VerifyStep['part'][] = ['tables', 'derived'];

/** Whether something is wrong that the changes can mend, and nothing that they rest on. */
export const isRemadeByRebuild = ({ steps }: Verification): boolean => {
  const faulty = steps.filter(({ part, faults }) => faults.length > 0 && part !== 'attachments');
  return faulty.length > 0 && faulty.every(({ part }) => REMADE.includes(part));
};

/** Every attachment that has a key, and every one that a document names and that came. */
async function attachments(vault: OpenVault, reader: RecordReader): Promise<VerifyStep> {
  const named = new Map<string, RecordId[]>();
  const isNotHere = filesNotHere(vault);
  const notHere: RecordId[] = [];
  for (const document of reader.all('document')) {
    const { blob } = document.fields;
    if (isNotHere(document)) notHere.push(document.id);
    else if (blob !== undefined) named.set(blob, [...(named.get(blob) ?? []), document.id]);
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
  return { part: 'attachments', checked: names.size, faults, notHere };
}

/** Checks every part of an open vault; damage of one does not hide that of another. */
export async function verifyVault(
  parts: VerifyParts,
  onStep: (step: VerifyStep) => void,
): Promise<Verification> {
  const { vault, reader } = parts;
  const steps: VerifyStep[] = [];
  const add = (done: VerifyStep): void => {
    steps.push(done);
    onStep(done);
  };
  add(header(vault.dir));
  add(step('pages', () => vault.verifyPages()));
  add(step('audit', () => vault.audit.verify()));
  add(tables(vault.db));
  add(derived(parts));
  try {
    add(await attachments(vault, reader));
  } catch (error) {
    add({ part: 'attachments', checked: 0, faults: [fault(toAppError(error).code)] });
  }
  return { isSound: steps.every(({ faults }) => faults.length === 0), steps };
}
