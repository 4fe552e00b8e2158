import type { ErrorCode } from './codes';
import { NOTHING_WRITTEN, VAULT_UNTOUCHED, type ErrorText } from './error-text';

const NOTHING_TAKEN = 'Nothing of it was taken in.';

/** Errors of cards, bundles, receipts and notices. */
export const sharingTexts = {
  'bundle/not-for-you': {
    what: 'This bundle was not made for the card of the person who opened this vault.',
    safe: NOTHING_TAKEN,
    next: 'Open the vault with the slot it was made for, or send your card and ask for it again.',
  },
  'bundle/damaged': {
    what: 'This is not a whole bundle: it is damaged, cut short, or another kind of file ({reason}).',
    safe: NOTHING_TAKEN,
    next: 'Copy it again from where it came, or ask the sender to make it again.',
  },
  'bundle/signature': {
    what: 'The bundle is not signed by the card that it names as its sender.',
    safe: NOTHING_TAKEN,
    next: 'Do not trust it. Tell the person it seems to come from, by voice.',
  },
  'bundle/limit': {
    what: 'The bundle asks for more than Rihai reads, or is built in a way that Rihai never builds one ({reason}).',
    safe: NOTHING_TAKEN,
    next: 'Ask the sender how it was made. A bundle of Rihai never looks so.',
  },
  'bundle/passphrase': {
    what: 'These words do not open the bundle.',
    safe: NOTHING_TAKEN,
    next: 'Compare the eight words with those the sender was shown, one by one.',
  },
  'bundle/scope': {
    what: 'The bundle holds something of a stricter level than it says of itself.',
    safe: NOTHING_TAKEN,
    next: 'Tell the sender by voice: their vault did not make it so.',
  },
  'bundle/unverified': {
    what: 'The card of the sender was never compared with them, so nobody knows whose it is.',
    safe: NOTHING_TAKEN,
    next: 'Compare the digits of the card in person or by voice, then verify it; or take the bundle in all the same, which the log notes.',
  },
  'bundle/changed': {
    what: 'The sender has another card than the one that was verified here.',
    safe: NOTHING_TAKEN,
    next: 'Compare the digits of the new card with them in person or by voice, and verify it again.',
  },
  'bundle/revoked': {
    what: 'The card of the sender was revoked here.',
    safe: NOTHING_TAKEN,
    next: 'Ask the person for a new card, in person.',
  },
  'bundle/held': {
    what: 'The desk of the sender was reported as seized, and this bundle came after that.',
    safe: 'It was not taken in.',
    next: 'Speak with the person. If they are at their desk again, verify a new card of theirs.',
  },
  'travel/grant': {
    what: 'This vault was not granted as a travel copy of this desk, or the grant is over ({reason}).',
    safe: NOTHING_TAKEN,
    next: 'If it is yours all the same, compare the digits of its card, verify it, and take its bundle in as that of another desk.',
  },
  'travel/none': {
    what: 'This vault is no travel copy.',
    safe: VAULT_UNTOUCHED,
    next: 'Choose the folder that was made for the journey.',
  },
  'card/own': {
    what: 'This is a card of this vault itself.',
    safe: NOTHING_WRITTEN,
    next: 'Ask the other person for theirs.',
  },
  'card/known': {
    what: 'This card is kept here already.',
    safe: NOTHING_WRITTEN,
    next: 'Look at it with "rihai card list"; compare its digits to verify it.',
  },
  'card/digits': {
    what: 'These are not the digits of this card.',
    safe: 'The card stays as it was.',
    next: 'Read them to each other once more. If they still differ, it is not their card: ask for it again another way.',
  },
  'card/unusable': {
    what: 'A bundle cannot be made for this card: it is {state}.',
    safe: NOTHING_WRITTEN,
    next: 'Compare its digits with the person in person or by voice and verify it, or ask for a new card.',
  },
  'card/identity': {
    what: 'A vault opened with a recovery key has no card of its own to sign with.',
    safe: VAULT_UNTOUCHED,
    next: 'Open it with your passphrase slot.',
  },
  'card/picture': {
    what: 'There is no QR code of a card in this picture.',
    safe: NOTHING_WRITTEN,
    next: 'Take a sharper picture straight from the front, as PNG, or use the card file.',
  },
  'receipt/damaged': {
    what: 'This is not a whole receipt or notice, or its signature does not fit.',
    safe: NOTHING_WRITTEN,
    next: 'Copy it again from where it came, or ask for it again.',
  },
  'receipt/unknown': {
    what: 'This receipt is for a bundle that was not made here, or from a card that is not known here.',
    safe: NOTHING_WRITTEN,
    next: 'Check which vault made the bundle, and keep the card of the person who sent the receipt.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;
