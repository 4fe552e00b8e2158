import { equalBytes, fromHex, once, toHex, utf8 } from '#core/kernel/bytes';
import { exchangeStore } from '#core/db/repositories/exchange-store';
import type { FolderRow } from '#core/db/repositories/folder-store';
import { hash } from '#core/vault/sodium';
import { sealOuter, type Lock } from '../bundle/outer';
import { shortPrint } from '../bundle/manifest';
import { isForSent } from '../receipts';
import { readReceipt } from '../signed-files';
import { writeReceipts } from './containers';
import type { Listing } from './look';
import { settled } from './overdue';
import type { Run } from './parts';
import { nameParts, removeParts, writeObject } from './write-object';

/** As many as fit into one file of receipts. */
const MOST_RECEIPTS = 4_096;

/** Believes the receipts of members: what they have, they need not get. Those of others are left alone. */
export function takeNotes(run: Run, receipts: readonly Uint8Array[]): void {
  const { vault, streams, folder, members, takeReceipt } = run;
  const store = exchangeStore(vault.db);
  const waiting = streams.waitingBundles(folder.id);
  for (const bytes of receipts) {
    const receipt = readReceipt(bytes);
    const { bundleId } = receipt;
    const print = shortPrint(receipt.signer);
    const sent = store.sent(bundleId);
    const isMember = members.some((card) => equalBytes(card.print, print));
    if (!isMember || (sent !== undefined && !isForSent(receipt, sent))) continue;
    const isKnown = store.receipts(bundleId).some((one) => equalBytes(one.print, print));
    vault.db.transaction(() => {
      if (sent !== undefined && !isKnown) takeReceipt(bytes);
      for (const { id } of settled(waiting, bundleId)) streams.endWait(id, print);
    });
  }
}

/** Names of the file with our receipts, the present one first. */
export const notesFilesOf = ({ notesFiles }: FolderRow): readonly string[] =>
  JSON.parse(notesFiles) as string[];

/** Bundles to give a receipt for: those that still lie there, and the last of each stream. */
function bundlesToNote({ folders, folder, vault }: Run, listing: Listing): readonly string[] {
  const store = exchangeStore(vault.db);
  const there = folders.doneFiles(folder.id).filter(({ name }) => listing.has(name));
  const ids = [...there.map(({ bundle }) => bundle), ...folders.latestTaken()];
  const known = ids.filter((id) => store.arrival(id) !== undefined).map(toHex);
  return [...new Set(known)].sort().slice(0, MOST_RECEIPTS);
}

/** Which receipts for whom: the file is written anew when this is another. */
const tagOf = (ids: readonly string[], { members, print }: Run): string =>
  toHex(
    hash(
      utf8([...ids, '', toHex(print), ...members.map((card) => toHex(card.print))].join('\n')),
      null,
      16,
    ),
  );

/** Puts our receipts into the folder, in place of those that lie there. Throws what the disk throws. */
export async function writeNotes(run: Run, listing: Listing): Promise<void> {
  const { folders, folder, members, vault, receiptFor } = run;
  const [present, ...older] = notesFilesOf(folder);
  removeParts(folder.place, older);
  const ids = bundlesToNote(run, listing);
  const tag = tagOf(ids, run);
  const isThere = present !== undefined && listing.has(present);
  if (ids.length === 0 || members.length === 0 || (isThere && folder.notesOf === tag)) return;
  const receipts: Uint8Array[] = [];
  for (const id of ids) receipts.push(await receiptFor(fromHex(id)));
  const lock: Lock = { type: 'recipients', agePublic: members.map(({ agePublic }) => agePublic) };
  const written = await writeObject(
    sealOuter(once(writeReceipts(receipts)), lock, vault.random),
    // Whole in any case: receipts are short.
    { dir: folder.place, random: vault.random, lock, partBytes: Number.MAX_SAFE_INTEGER },
  );
  const names = [...written.names, ...(present === undefined ? [] : [present])];
  folders.saveFolder({ ...folder, notesFiles: JSON.stringify(names), notesOf: tag });
  nameParts(folder.place, written.names);
  if (present !== undefined) removeParts(folder.place, [present]);
}
