import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

type Out<C extends keyof Contract['cards']> = OutputOf<Contract['cards'][C]>;

/** Writes the own card of a desk; answers its path. */
async function cardFile(desk: WindowDesk, name: string): Promise<string> {
  const path = join(desk.folder, name);
  const { token, files } = desk.chosen(path, 'save');
  await desk.value('cards:saveOwn', { token, as: 'card' }, files);
  return path;
}

/** Cards by the calls of the window, between two desks. */
describe('cards in the window', () => {
  let here: WindowDesk;
  let there: WindowDesk;
  beforeEach(async () => {
    [here, there] = [windowDesk(), windowDesk()];
    await here.open();
    await there.open();
  });
  afterEach(() => {
    here.end();
    there.end();
  });
  const list = (desk: WindowDesk) => desk.value<Out<'list'>>('cards:list');
  const only = async () => (await list(here)).cards[0];
  const open = (path: string) => {
    const { token, files } = here.chosen(path, 'read');
    return here.ask('cards:open', { token }, files);
  };
  const take = async () => {
    const path = await cardFile(there, 'their.rhc');
    const text = readFileSync(path, 'utf8');
    const seen = await here.value<Out<'scan'>>('cards:scan', { text });
    return {
      path,
      text,
      seen,
      card: await here.value<Out<'add'>>('cards:add', { file: seen.file }),
    };
  };

  it('shows the own card with the digits that others see, and its QR code within the quiet zone', async () => {
    const { own } = await list(there);
    const { seen } = await take();
    expect(seen.digits).toEqual(own.digits);
    const { side, path } = await there.value<Out<'ownQr'>>('cards:ownQr');
    const at = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/gu)].flatMap(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(Math.min(...at)).toBe(4);
    expect(Math.max(...at)).toBe(side - 5);
  });

  it('keeps a card once, verifies it by all digits only, and trusts it no more on wish', async () => {
    const { path, card } = await take();
    expect(card).toMatchObject({ state: 'unverified' });
    expect(await open(path)).toMatchObject({ error: { code: 'card/known' } });
    const { id, digits } = card;
    const wrong = digits.with(2, digits[2] === '00000' ? '11111' : '00000').join(' ');
    for (const typed of [wrong, digits.slice(1).join(' '), ''])
      expect(await here.ask('cards:verify', { id, how: 'voice', digits: typed })).toMatchObject({
        error: { code: 'card/digits' },
      });
    expect(await only()).toMatchObject({ state: 'unverified' });
    await here.value('cards:verify', { id, how: 'voice', digits: digits.join('') });
    expect(await only()).toMatchObject({ state: 'verified', checked: { how: 'voice' } });
    await here.value('cards:revoke', { id });
    expect(await only()).toMatchObject({ state: 'revoked' });
  });

  it('blocks a person whose card changed until the new one was compared, by its QR code too', async () => {
    const { card, text } = await take();
    const another = windowDesk();
    await another.open();
    const newer = await cardFile(another, 'newer.rhc');
    const opened = await open(newer);
    expect(opened).toMatchObject({ ok: true, value: { alike: [card.id] } });
    const { file } = (opened as unknown as { readonly value: Out<'open'> }).value;
    await here.value('cards:add', { file, of: card.id });
    expect(await only()).toMatchObject({ id: card.id, state: 'changed' });
    const scan = (of: string) => here.ask('cards:verifyScan', { id: card.id, text: of });
    expect(await scan(text)).toMatchObject({ error: { code: 'card/digits' } });
    expect(await scan('no card')).toMatchObject({ error: { code: 'card/damaged' } });
    expect(await scan(readFileSync(newer, 'utf8'))).toMatchObject({ ok: true });
    expect(await only()).toMatchObject({ state: 'verified', checked: { how: 'qr' } });
    another.end();
  });

  it('refuses what is no card, too large a file, and a file chosen to be written', async () => {
    const path = join(here.folder, 'odd');
    for (const bytes of ['', 'RIHAI-CARD 1\n', 'x'.repeat(70_000)]) {
      writeFileSync(path, bytes);
      expect(await open(path)).toMatchObject({ error: { code: 'card/damaged' } });
    }
    expect(await open(join(here.folder, 'gone'))).toMatchObject({ error: { code: 'input/file' } });
    const own = await cardFile(here, 'own.rhc');
    expect(await open(own)).toMatchObject({ error: { code: 'card/own' } });
    const { token, files } = here.chosen(own, 'save');
    expect(await here.ask('cards:open', { token }, files)).toMatchObject({
      error: { code: 'input/file' },
    });
    expect((await list(here)).cards).toEqual([]);
  });

  it('holds a desk by its own notice, and by one that is made here', async () => {
    const { card } = await take();
    const write = async (desk: WindowDesk, id?: string) => {
      const path = join(desk.folder, 'seized.rhn');
      const { token, files } = desk.chosen(path, 'save');
      const asked = { token, lastTrusted: '2026-11-20', ...(id === undefined ? {} : { id }) };
      await desk.value('cards:saveNotice', asked, files);
      return path;
    };
    const own = await write(there);
    expect(await only()).not.toHaveProperty('seized');
    const { token, files } = here.chosen(own, 'read');
    const lastTrustedMs = Date.UTC(2026, 10, 20, 23, 59, 59, 999);
    expect(await here.value('cards:takeNotice', { token }, files)).toMatchObject({ lastTrustedMs });
    expect(await only()).toMatchObject({ seized: { lastTrustedMs } });
    const { id, digits } = card;
    await here.value('cards:verify', { id, how: 'person', digits: digits.join('') });
    expect(await only()).not.toHaveProperty('seized');
    await write(here, id);
    expect(await only()).toMatchObject({ seized: { lastTrustedMs } });
  });

  it('makes a group, changes who is in it, and drops it with the last', async () => {
    const { card } = await take();
    const set = (members: readonly string[]) =>
      here.value('cards:setGroup', { name: 'Committee', members });
    await set([card.id]);
    const [group] = (await list(here)).groups;
    expect(group).toMatchObject({ name: 'Committee', members: [{ id: card.id }] });
    await set([card.id]);
    expect((await list(here)).groups).toEqual([group]);
    await set([]);
    expect((await list(here)).groups).toEqual([]);
    expect(
      await here.ask('cards:setGroup', { name: 'X', members: ['0'.repeat(32)] }),
    ).toMatchObject({ error: { code: 'input/not-found' } });
  });
});
