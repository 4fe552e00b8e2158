/** Characters of a line someone types to look for something. */
export const MOST_SOUGHT = 500;

/** Bytes of a secret as typed: far more than any may have, so that the vault itself says what is wrong with it. */
export const MOST_SECRET_BYTES = 65_536;

/** Characters of a card as a QR code holds it. */
export const MOST_CARD_TEXT = 4_096;
