import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import { fromHex } from '#core/kernel/bytes';
import { exchangeStore } from '#core/db/repositories/exchange-store';
import type { OpenVault } from '#core/vault/ports';
import type { AskedFor, SentOrder } from './bundle/make';

const NOBODY: AskedFor = { cards: [], groups: [], toSelf: false };

/** What a bundle that was made here was asked for, to be asked for again as things stand now. */
export type AskedAgain = {
  /** Without what is gone since; with the id of the one group where nobody is named. */
  readonly order: Omit<SentOrder, 'asked' | 'isNameless'> & { readonly namelessFor?: string };
  readonly to: AskedFor;
  /** It was for whoever was told eight words. */
  readonly isForWords: boolean;
};

/** Throws `input/not-found` where no bundle of this id was made here. */
export function askedAgain(
  { db }: OpenVault,
  bundle: string,
  isHeld: (id: RecordId) => boolean,
): AskedAgain {
  const row = exchangeStore(db).sent(fromHex(bundle));
  if (row === undefined) throw new AppError('input/not-found', { id: bundle });
  const { persons, cases, files, isNameless, asked, ...order } = JSON.parse(
    row.sentOrder,
  ) as SentOrder;
  const held = (ids: readonly RecordId[]) => ids.filter(isHeld);
  const [group] = asked?.groups ?? [];
  return {
    order: {
      ...order,
      ...(persons === undefined ? {} : { persons: held(persons) }),
      ...(cases === undefined ? {} : { cases: held(cases) }),
      files: typeof files === 'string' ? files : held(files),
      ...(isNameless && group !== undefined ? { namelessFor: group } : {}),
    },
    to: asked ?? NOBODY,
    isForWords: row.addressee === JSON.stringify('passphrase'),
  };
}
