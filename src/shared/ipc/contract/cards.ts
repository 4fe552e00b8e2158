import { z } from '#shared/domain/zod';
import { query } from '../entry';
import { nothing } from '../shapes';

const ms = z.number();
/** Eight groups of five digits. */
const digits = z.array(z.string()).length(8);
/** Hex, 32 digits: names a card or a group of this vault. */
const cardId = z.string().regex(/^[0-9a-f]{32}$/u);

const card = z.strictObject({
  id: cardId,
  name: z.string(),
  state: z.enum(['unverified', 'verified', 'changed', 'revoked']),
  digits,
  /** How, when and by whom the digits were compared. */
  checked: z
    .strictObject({ how: z.enum(['person', 'voice', 'qr']), atMs: ms, by: z.string() })
    .optional(),
  addedAtMs: ms,
  /** A notice says the desk was seized: nothing of it is taken in that came later. */
  seized: z.strictObject({ atMs: ms, lastTrustedMs: ms }).optional(),
});

const group = z.strictObject({
  id: cardId,
  name: z.string(),
  members: z.array(z.strictObject({ id: cardId, name: z.string(), state: card.shape.state })),
});

/** Who one is to other desks, and who they are. */
export const cards = {
  /** The own card, those of others, and their groups. */
  list: query(
    nothing,
    z.strictObject({
      own: z.strictObject({
        name: z.string(),
        /** None after a recovery key, which opens no identity. */
        digits: digits.optional(),
      }),
      cards: z.array(card),
      groups: z.array(group),
    }),
  ),
};
