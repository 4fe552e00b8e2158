import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordKind } from '#shared/domain/kinds';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

let desk: WindowDesk;
beforeAll(async () => {
  desk = windowDesk();
  await desk.open();
});
afterAll(() => {
  desk.end();
});

type Edit = { readonly path: string; readonly value: unknown };

const made = async (kind: RecordKind, edits: readonly Edit[]) =>
  (await desk.value<{ record: string }>('records:create', { kind, edits })).record;

it('takes one of two claims as right, says why, and can take that back', async () => {
  const person = await made('person', [{ path: 'names/new', value: { text: 'Sample Misali' } }]);
  const claimed = (text: string) =>
    made('claim', [
      { path: 'about', value: person },
      { path: 'field', value: 'occupation' },
      { path: 'value', value: text },
    ]);
  const first = await claimed('teacher');
  const second = await claimed('driver');
  const prefer = (claim: string) =>
    desk.value<{ action: string }>('claims:prefer', { claim, reason: 'the family says so' });
  const read = (id: string) =>
    desk.value<{ fields: Record<string, unknown> }>('records:get', { id });

  await prefer(first);
  const done = await prefer(second);
  expect((await read(person)).fields['occupation']).toBe('driver');
  expect((await read(second)).fields).toMatchObject({
    preferred: true,
    preferredReason: 'the family says so',
  });
  expect((await read(first)).fields['preferred']).toBe(false);

  await desk.value('undo:run', { action: done.action });
  expect((await read(person)).fields['occupation']).toBe('teacher');
});

it('shows what is claimed of a hold with its person, and the hold takes the value', async () => {
  const person = await made('person', [{ path: 'names/new', value: { text: 'Sample Farzi' } }]);
  const hold = await made('hold', [
    { path: 'person', value: person },
    { path: 'type', value: 'arrest' },
    { path: 'from', value: { edtf: '2026-04-05' } },
  ]);
  const claim = await made('claim', [
    { path: 'about', value: hold },
    { path: 'field', value: 'from' },
    { path: 'value', value: { edtf: '2026-04-03' } },
  ]);
  const page = await desk.value<{ claims: readonly { id: string }[] }>('persons:one', {
    id: person,
  });
  expect(page.claims.map(({ id }) => id)).toEqual([claim]);
  await desk.value('claims:prefer', { claim, reason: 'two neighbours saw it' });
  const held = await desk.value<{ fields: Record<string, unknown> }>('records:get', { id: hold });
  expect(held.fields['from']).toEqual({ edtf: '2026-04-03' });
});
