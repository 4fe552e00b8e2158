import { beforeAll, describe, expect, it } from 'vitest';
import { addSlot, openCaseFile, removeSlot } from '#core/app/index';
import { readCard } from '#core/identity/card';
import { utf8 } from '#core/kernel/bytes';
import { EVERYTHING, TAKE_ALL, desk, fill, type Desk } from '#tests/fixtures/exchange-desks';
import { CHEAP, codeOfSync, copyFolder, open, OTHER_PASSPHRASE, streamOf } from './vault-kit';

const NAME = 'Sample Farzi';
const SECRET = { type: 'passphrase', bytes: utf8(OTHER_PASSPHRASE) } as const;

let office: Desk;
/** The vault as the one who left carried it off, opened with their passphrase. */
let carried: Desk;

beforeAll(async () => {
  office = await desk('Sample Vakil');
  await fill(office.file, [{ kind: 'person', id: 'p', names: [{ text: 'Sample Khayali' }] }]);
  const committee = await desk('Sample Committee');
  office.file.exchange.cards.add(await committee.file.exchange.ownCard());
  const other = { passphrase: utf8(OTHER_PASSPHRASE), actorName: NAME, policy: CHEAP };
  const { slot } = await addSlot(office.vault, other);
  const dir = office.vault.dir;
  office.vault.close();
  const vault = await open(copyFolder(dir), { slot, secret: SECRET });
  carried = { vault, file: openCaseFile(vault, { resourcesDir: 'resources' }), name: NAME };
  const again = await open(dir, { slot: 1 });
  office = { ...office, vault: again, file: openCaseFile(again, { resourcesDir: 'resources' }) };
});

/** A bundle that the other hand signs, read by the office. */
async function signed() {
  const { exchange } = carried.file;
  const made = await exchange.make({
    leaving: exchange.plan(EVERYTHING),
    // As a program of theirs may do it, to the office's own card.
    addressee: { type: 'cards', cards: [readCard(await office.file.exchange.ownCard())] },
    note: '',
  });
  const bytes: Uint8Array[] = [];
  for await (const part of made.bytes) bytes.push(part);
  return office.file.exchange.open(streamOf(Buffer.concat(bytes)));
}

describe('a person who left with a copy of the vault', () => {
  it('is one of its people until then', async () => {
    const incoming = await signed();
    expect(office.file.exchange.arrivalOf(incoming)).toMatchObject({ sender: 'own' });
    incoming.drop();
  });

  it('signs nothing here any more: no bundle, whatever anybody says, and no notice', async () => {
    removeSlot(office.vault, carried.vault.slot);
    const incoming = await signed();
    expect(office.file.exchange.arrivalOf(incoming)).toMatchObject({ sender: 'revoked' });
    const choice = { ...TAKE_ALL, despite: true };
    expect(await codeOfSync(() => office.file.exchange.take(incoming, choice))).toBe(
      'bundle/revoked',
    );
    incoming.drop();
    const notice = await carried.file.exchange.noticeOf('Sample Committee', '2026-11-01');
    expect(await codeOfSync(() => office.file.exchange.takeNotice(notice))).toBe(
      'bundle/unverified',
    );
  });
});
