import * as fs from 'node:fs';
import { conflictDesk } from '#core/changes/conflicts';
import { changeExporter } from '#core/changes/export-changes';
import type { ChangeSet } from '#core/changes/model';
import { recordReader } from '#core/changes/reader';
import { taker } from '#core/changes/take-in';
import { actionWriter, type WriterParts } from '#core/changes/writer';
import { derivationsOf } from '#core/app/derivations';
import { packsIn } from '#core/app/packs';
import { documentTexts } from '#core/db/repositories/document-texts';
import { searchIndex } from '#core/db/repositories/search-index';
import { utf8 } from '#core/kernel/bytes';
import { idMaker } from '#core/kernel/ids';
import { systemClock } from '#core/kernel/ports';
import { createVault, deriveHere, openVault } from '#core/vault/index';
import type { OpenVault } from '#core/vault/ports';
import type { RecordId } from '#shared/domain/ids';

/**
 * A second desk, for the tests: takes the file of a vault that is closed, gives the occupation,
 * and the notes where there are any, of its one detainee another value, and hands that back; the vault meanwhile has a third one.
 */
const [dir = '', passphrase = '', resources = '', scratch = ''] = process.argv.slice(2);

function deskOf({ db, clock, random, actor, device, audit }: OpenVault) {
  const reader = recordReader(db);
  const pack = packsIn(resources).fallback;
  const derivations = derivationsOf({
    db,
    reader,
    index: searchIndex(db),
    texts: documentTexts(db),
    pack,
  });
  const ids = idMaker(clock, random);
  const parts: WriterParts = { db, ids, clock, actor, device, audit, derivations };
  const writer = actionWriter(parts);
  const takeIn = taker(parts);
  return {
    people: (): readonly RecordId[] => reader.all('person').map(({ id }) => id),
    out: (): ChangeSet => changeExporter(db)({ records: 'all' }),
    takeIn: (set: ChangeSet, bundle: string, sender: string) => takeIn(set, { bundle, sender }),
    conflicts: () => conflictDesk(parts, writer).conflicts(),
    edit: (record: RecordId, paths: readonly string[], value: string): void => {
      const of = { record, kind: 'person' } as const;
      writer.commit(
        'edit',
        { type: 'typed' },
        paths.map((path) => ({ ...of, path, value })),
      );
    },
    /** Those of some fields that a person has. */
    has: (record: RecordId, paths: readonly string[]): readonly string[] =>
      paths.filter((path) => Object.hasOwn(reader.get(record)?.fields ?? {}, path)),
  };
}

async function run(): Promise<void> {
  const own = { clock: systemClock, deriveKey: deriveHere };
  const bytes = () => utf8(passphrase);
  const here = await openVault({ dir, secret: { type: 'passphrase', bytes: bytes() }, ...own });
  const made = await createVault({
    dir: scratch,
    passphrase: bytes(),
    actorName: 'Sample Wakeel',
    ...own,
  });
  const [ours, theirs] = [deskOf(here), deskOf(made.vault)];
  const [person] = ours.people();
  if (person === undefined) throw new Error('nobody in the vault');
  theirs.takeIn(ours.out(), 'to-them', 'Sample Vakil');
  const paths = ours.has(person, ['occupation', 'notes']);
  theirs.edit(person, paths, 'printer');
  ours.edit(person, paths, 'clerk');
  ours.takeIn(theirs.out(), 'from-them', 'Sample Wakeel');
  const open = ours.conflicts().map(({ path }) => path);
  here.close();
  made.vault.close();
  fs.writeSync(1, `${JSON.stringify(open)}\n`);
}

void run();
