import { AppError } from '#shared/errors/app-error';
import { equalBytes, toHex } from '#core/kernel/bytes';
import { cardStore } from '#core/db/repositories/card-store';
import { readCard } from '#core/identity/card';
import type { OpenVault } from '#core/vault/ports';
import { ownCard, withIdentity } from '../bundle/make';
import { shortPrint } from '../bundle/manifest';
import { isOurs } from '../receive';
import { readNotice, writeNotice } from '../signed-files';
import type { AddressBook } from './address-book';

/** The last millisecond of a day, wherever on earth it is told first. */
const endOf = (day: string): number => Date.parse(`${day}T23:59:59.999Z`);

/** Notices that a desk was seized. */
export function notices(vault: OpenVault, book: AddressBook) {
  const { db, audit, clock } = vault;
  return {
    /**
     * A signed notice that the desk of this card was seized; the own desk where none is named.
     * `day` (`YYYY-MM-DD`) is the last it could be trusted. Throws `card/identity`, `input/not-found`.
     */
    noticeOf: (card: string | undefined, day: string): Promise<Uint8Array> =>
      withIdentity(vault, (identity) => {
        const desk =
          card === undefined
            ? shortPrint(readCard(ownCard(vault, identity)))
            : book.find(card).print;
        const notice = { desk, lastTrustedMs: endOf(day), madeMs: clock.nowMs() };
        return writeNotice(notice, ownCard(vault, identity), identity);
      }),
    /**
     * Believes a notice: whatever comes from that desk from now on is held. Only a verified card, the
     * seized desk's own or a person of this vault may say so. Throws `receipt/damaged`,
     * `receipt/unknown`, `bundle/unverified`.
     */
    takeNotice: (bytes: Uint8Array) => {
      const notice = readNotice(bytes);
      const signer = shortPrint(notice.signer);
      const { row } = book.standing(notice.desk);
      if (row === undefined) throw new AppError('receipt/unknown');
      const from = book.standing(signer);
      const isTrusted = from.row?.state === 'verified' && !from.isFormer;
      const isTheirOwn = equalBytes(signer, notice.desk);
      if (!isTheirOwn && !isTrusted && !isOurs(vault, notice.signer.signPublic))
        throw new AppError('bundle/unverified');
      const seized = { ...row, seizedAt: clock.nowMs(), lastTrusted: notice.lastTrustedMs };
      db.transaction(() => {
        cardStore(db).save(seized);
        audit.append('card.seized', toHex(row.id), { lastTrusted: notice.lastTrustedMs });
      });
      return { card: book.show(toHex(row.id)), by: from.row?.name ?? notice.signer.name };
    },
  };
}
