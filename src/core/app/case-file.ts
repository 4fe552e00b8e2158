import type { RecordView } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import { historyReader } from '#core/changes/history';
import type { RecordReader } from '#core/changes/ports';
import { recordReader } from '#core/changes/reader';
import { actionWriter, type ChangeWriter } from '#core/changes/writer';
import { idToBytes } from '#core/kernel/ids';
import { fingerprint, fingerprintDigits } from '#core/identity/fingerprint';
import { vaultStore } from '#core/db/repositories/vault-store';
import { recordLists, type RecordListQuery } from '#core/db/repositories/record-list';
import { keyedIds } from '#core/import/index';
import { idMaker } from '#core/kernel/ids';
import type { OpenVault } from '#core/vault/ports';
import { findByPrefix } from './find';
import { importing } from './importing';

export type CaseFileOptions = {
  /** Folder of packs, samples and fonts that ships with the program. */
  readonly resourcesDir: string;
};

/** Joins the parts over an open vault: the one door through which commands and windows come in. */
export function openCaseFile(vault: OpenVault, _options: CaseFileOptions) {
  const { db, clock, random, audit, actor, device } = vault;
  const ids = idMaker(clock, random);
  const records: RecordReader = recordReader(db);
  const lists = recordLists(db);
  const writer: ChangeWriter = actionWriter({
    db,
    ids,
    clock,
    actor,
    device,
    audit,
    derivations: [],
  });
  return {
    vault,
    records,
    /** Throws `vault/read-only` where the vault cannot be written. */
    assertWritable(): void {
      if (vault.isReadOnly) throw new AppError('vault/read-only');
    },
    /** The one record whose id begins so. Throws `input/not-found` or `input/ambiguous`. */
    record(prefix: string): RecordView {
      const view = records.get(findByPrefix(lists, prefix));
      if (view === undefined) throw new AppError('input/not-found', { id: prefix });
      return view;
    },
    /** The person who opened the vault; without name and fingerprint after a recovery key. */
    hand: (): Hand => handOf(vault),
    list: (query: RecordListQuery): readonly RecordView[] =>
      lists.page(query).flatMap((id) => records.get(id) ?? []),
    counts: () => lists.counts(),
    history: historyReader(db, clock),
    imports: importing({ writer, reader: records, ids, keyed: keyedIds(importSecret(vault)) }),
  };
}

export type CaseFile = ReturnType<typeof openCaseFile>;

export type Hand = {
  readonly name: string;
  /** Eight groups of five digits, to compare in person or by voice. */
  readonly fingerprint?: string;
};

function handOf({ db, actor }: OpenVault): Hand {
  const row = vaultStore(db).actor(idToBytes(actor));
  if (row === undefined) return { name: '' };
  if (row.signPublic === null || row.agePublic === null) return { name: row.name };
  const digits = fingerprintDigits(fingerprint(row.signPublic, row.agePublic));
  return { name: row.name, fingerprint: digits.join(' ') };
}

const IMPORT_SECRET = 'import-key';

/** The secret that makes ids of imported keys; made when the vault is first written through this door. */
function importSecret({ db, random, isReadOnly }: OpenVault): Uint8Array {
  const store = vaultStore(db);
  const known = store.secret(IMPORT_SECRET);
  if (known !== undefined) return known;
  const made = random.bytes(32);
  if (!isReadOnly) store.setSecret(IMPORT_SECRET, made);
  return made;
}
