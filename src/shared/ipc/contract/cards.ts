import { lineSchema } from '#shared/domain/field';
import { z } from '#shared/domain/zod';
import { MOST_CARD_TEXT } from '../limits';
import { command, query } from '../entry';
import { bytes, count, nothing, token } from '../plain-shapes';
import { day } from '../shapes';

const ms = z.number();
/** Eight groups of five digits. */
const digits = z.array(z.string()).length(8);
/** Hex, 32 digits: names a card or a group of this vault. */
const cardId = z.string().regex(/^[0-9a-f]{32}$/u);
const ids = z.array(cardId).max(500);

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

/** A card that somebody handed over, before it is kept. */
const seen = z.strictObject({
  /** The card as a file, to add it by. */
  file: bytes,
  name: z.string(),
  digits,
  /** Cards here of the same name. */
  alike: ids,
});

/** What a QR code of a card holds. */
const scanned = z.string().max(MOST_CARD_TEXT);

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
  /** The own card as a QR code: cells on a side, the dark ones as an SVG path. Throws `card/identity`. */
  ownQr: query(nothing, z.strictObject({ side: count, path: z.string() })),
  /** Writes the own card as a file, or its QR code as a picture. Throws `card/identity`. */
  saveOwn: query(
    z.strictObject({ token, as: z.enum(['card', 'qr']) }),
    z.strictObject({ sizeBytes: count }),
  ),
  /** Reads a card file. Throws `card/damaged`, `card/signature`, `card/own`, `card/known`. */
  open: query(z.strictObject({ token }), seen),
  /** Reads what a QR code held. Throws the same. */
  scan: query(z.strictObject({ text: scanned }), seen),
  /** Keeps a card, as that of somebody new or in place of another; throws the same. */
  add: command(z.strictObject({ file: bytes, of: cardId.optional() }), card),
  /** Notes that all forty digits were compared. Throws `card/digits`. */
  verify: command(
    z.strictObject({ id: cardId, how: z.enum(['person', 'voice']), digits: z.string().max(200) }),
    card,
  ),
  /** Notes that the QR code was read from the person's own screen or paper. Throws `card/digits`. */
  verifyScan: command(z.strictObject({ id: cardId, text: scanned }), card),
  revoke: command(z.strictObject({ id: cardId }), card),
  /** Makes these the members of a group; without any it is gone. */
  setGroup: command(z.strictObject({ name: lineSchema, members: ids }), nothing),
  /**
   * Writes a signed notice that a desk was seized, the own one where none is named, and believes it
   * here. Throws `card/identity`.
   */
  saveNotice: command(
    z.strictObject({ token, id: cardId.optional(), lastTrusted: day }),
    z.strictObject({ sizeBytes: count }),
  ),
  /** Believes a notice. Throws `receipt/damaged`, `receipt/unknown`, `bundle/unverified`. */
  takeNotice: command(
    z.strictObject({ token }),
    z.strictObject({ name: z.string(), by: z.string(), lastTrustedMs: ms }),
  ),
};
