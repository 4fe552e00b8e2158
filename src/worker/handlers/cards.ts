import { readFileSync, statSync } from 'node:fs';
import { AppError } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/codes';
import type { ChosenFile } from '#shared/ipc/messages';
import { once, writeWholeFile } from '#core/app/index';
import type { Call, Desk, Handlers } from '../desk';

const MOST_BYTES = 64 * 1024;

/** A small file that somebody handed over. Throws `input/file`, and `code` where it is too large for one. */
function smallFile({ path, name }: ChosenFile, code: ErrorCode): Uint8Array {
  try {
    if (statSync(path).size > MOST_BYTES) throw new AppError(code, { reason: 'too-long' });
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('input/file', { file: name }, cause);
  }
}

/** Writes where the dialog said, which has asked whether to replace. */
async function writeChosen(call: Call, token: string, bytes: Uint8Array) {
  const { path } = call.file(token, 'save');
  const { sizeBytes } = await writeWholeFile(path, once(bytes), { force: true });
  return { sizeBytes };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function cardHandlers(desk: Desk): Handlers<'cards'> {
  const exchange = () => desk.file().exchange;
  const writable = () => {
    desk.file().assertWritable();
    return exchange();
  };
  const seen = (file: Uint8Array) => ({ file, ...exchange().cards.look(file) });
  return {
    list: () => {
      const { name, fingerprint } = desk.file().hand();
      const { cards, groups, travel } = exchange();
      // A copy of this desk is none of the others.
      const copies = new Set(travel.copies().map(({ id }) => id));
      return {
        own: { name, digits: fingerprint?.split(' ') },
        cards: cards.list().filter(({ id }) => !copies.has(id)),
        groups: groups.list(),
      };
    },
    ownQr: async () => {
      const { side, path } = await exchange().ownQr();
      return { side, path };
    },
    saveOwn: async ({ token, as }, call) => {
      const bytes =
        as === 'card' ? await exchange().ownCard() : utf8((await exchange().ownQr()).svg);
      return writeChosen(call, token, bytes);
    },
    open: ({ token }, call) => seen(smallFile(call.file(token, 'read'), 'card/damaged')),
    scan: ({ text }) => seen(utf8(text)),
    // The call's own bytes are overwritten when it is answered.
    add: ({ file, of }) => writable().cards.add(Uint8Array.from(file), of).card,
    verify: ({ id, how, digits }) => writable().cards.verify(id, how, digits),
    verifyScan: ({ id, text }) => {
      const { cards } = writable();
      return cards.verify(id, 'qr', cards.digitsIn(utf8(text)));
    },
    revoke: ({ id }) => writable().cards.revoke(id),
    setGroup: ({ name, members }) => {
      const { cards, groups } = writable();
      groups.set(
        name,
        members.map((id) => cards.find(id)),
      );
    },
    saveNotice: async ({ token, id, lastTrusted }, call) => {
      const { noticeOf, takeNotice } = writable();
      const bytes = await noticeOf(id, lastTrusted);
      const written = await writeChosen(call, token, bytes);
      if (id !== undefined) takeNotice(bytes);
      return written;
    },
    takeNotice: ({ token }, call) => {
      const { card, by } = writable().takeNotice(
        smallFile(call.file(token, 'read'), 'receipt/damaged'),
      );
      return { name: card.name, by, lastTrustedMs: card.seized?.lastTrustedMs ?? 0 };
    },
  };
}
