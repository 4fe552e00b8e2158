import { AppError } from '#shared/errors/app-error';
import { equalBytes, fromHex, toHex } from '#core/kernel/bytes';
import { exchangeStore, type SentRow } from '#core/db/repositories/exchange-store';
import type { OpenVault } from '#core/vault/ports';
import { ownCard, withIdentity, type SentOrder } from './bundle/make';
import { shortPrint } from './bundle/manifest';
import type { AddressBook } from './cards/address-book';
import { readReceipt, writeReceipt } from './signed-files';

const addresseesOf = ({ addressee }: SentRow): readonly string[] | 'passphrase' =>
  JSON.parse(addressee) as readonly string[] | 'passphrase';

/** Whether it was for this card; whoever was told the words may have any. */
function isAddressee(sent: SentRow, print: Uint8Array): boolean {
  const to = addresseesOf(sent);
  return to === 'passphrase' || to.includes(toHex(print));
}

/** Whether a receipt is for the very bundle that was sent, and not for another under the same id. */
export const isForSent = (
  { manifestHash }: { readonly manifestHash: Uint8Array },
  { manifest }: SentRow,
): boolean => manifest === null || equalBytes(manifest, manifestHash);

/** What was sent and what arrived, and who says so. */
export function receiptDesk(vault: OpenVault, book: AddressBook) {
  const store = exchangeStore(vault.db);
  const nameOf = (print: Uint8Array): string => book.standing(print).row?.name ?? '';
  const namesOf = (to: readonly string[] | 'passphrase'): readonly string[] =>
    to === 'passphrase' ? [] : to.map((print) => nameOf(fromHex(print)));
  return {
    /** Bundles made here, with what is known of their arrival, the latest first. */
    sent: () =>
      store.allSent().map((row) => ({
        ...{ id: toHex(row.id), atMs: row.at, seq: row.seq },
        order: JSON.parse(row.sentOrder) as SentOrder,
        to: addresseesOf(row),
        toNames: namesOf(addresseesOf(row)),
        receipts: store.receipts(row.id).map(({ print, at, outcome }) => ({
          ...{ print: toHex(print), atMs: at, outcome, name: nameOf(print) },
        })),
      })),
    /** Bundles of which something was decided here, the latest first. */
    arrivals: () =>
      store.arrivals().map((row) => ({
        ...{ id: toHex(row.id), atMs: row.at, createdMs: row.createdAt, seq: row.seq },
        ...{ outcome: row.outcome, from: nameOf(row.print) },
      })),
    /** A signed receipt for a bundle that was taken in. Throws `receipt/unknown`, `card/identity`. */
    receiptFor: (bundleId: Uint8Array): Promise<Uint8Array> =>
      withIdentity(vault, (identity) => {
        const row = store.arrival(bundleId);
        if (row === undefined) throw new AppError('receipt/unknown');
        const { id, manifest: manifestHash, at: atMs, outcome } = row;
        const receipt = { bundleId: id, manifestHash, atMs, outcome };
        return writeReceipt(receipt, ownCard(vault, identity), identity);
      }),
    /**
     * Keeps a receipt for a bundle made here, from somebody it was made for. Throws `receipt/damaged`,
     * `receipt/unknown`.
     */
    takeReceipt: (bytes: Uint8Array) => {
      const { bundleId, atMs, outcome, ...receipt } = readReceipt(bytes);
      const print = shortPrint(receipt.signer);
      const { row } = book.standing(print);
      const sent = store.sent(bundleId);
      const isOf = sent !== undefined && isForSent(receipt, sent) && isAddressee(sent, print);
      if (!isOf || row === undefined) throw new AppError('receipt/unknown');
      vault.db.transaction(() => {
        store.addReceipt({ bundle: bundleId, print, at: atMs, outcome });
        vault.audit.append('receipt', toHex(bundleId), { outcome });
      });
      const isVerified = row.state === 'verified';
      return { bundle: toHex(bundleId), from: row.name, atMs, outcome, isVerified };
    },
  };
}
