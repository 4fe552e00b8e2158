import { AppError } from '#shared/errors/app-error';
import { toHex } from '#core/kernel/bytes';
import { vaultStore } from '#core/db/repositories/vault-store';
import { readCard } from '#core/identity/card';
import type { OpenVault } from '#core/vault/ports';
import { ownCard, withIdentity, type Addressee } from './bundle/make';
import { shortPrint } from './bundle/manifest';
import type { AddressBook } from './cards/address-book';
import { readGrant, writeGrant } from './signed-files';

const GRANT = 'travel-grant';

/** Both ends of a travel copy: who grants it, and what the copy keeps of it. */
export function travelDesk(vault: OpenVault, book: AddressBook) {
  const { audit, clock, db } = vault;
  const store = vaultStore(db);
  return {
    /**
     * Signs that the vault of this card is a copy of this desk until `untilMs`. The card is kept here too,
     * unverified, so that it can be revoked or said to be seized. Throws `card/…`.
     */
    grantTo: (copy: Uint8Array, untilMs: number): Promise<Uint8Array> =>
      withIdentity(vault, (identity) => {
        const grant = { copy, madeMs: clock.nowMs(), untilMs };
        const file = writeGrant(grant, ownCard(vault, identity), identity);
        db.transaction(() => {
          book.add(copy);
          audit.append('travel.grant', toHex(shortPrint(readCard(copy))), { untilMs });
        });
        return file;
      }),
    /** Makes this vault the travel copy that a grant says it is. Throws `receipt/damaged`. */
    become: (grant: Uint8Array): void => {
      readGrant(grant);
      store.setSecret(GRANT, grant);
    },
    /** By what word this vault is a travel copy, and of whom; undefined where it is none. */
    grant: () => {
      const file = store.secret(GRANT);
      return file === undefined ? undefined : { file, ...readGrant(file) };
    },
    /** A copy by its card, to fill it. Throws `card/damaged`. */
    addressOf: (copy: Uint8Array): Addressee => ({ type: 'cards', cards: [readCard(copy)] }),
    /** The one desk a travel copy goes back to. Throws `travel/none`. */
    home: (): Addressee => {
      const file = store.secret(GRANT);
      if (file === undefined) throw new AppError('travel/none');
      return { type: 'cards', cards: [readGrant(file).signer] };
    },
  };
}
