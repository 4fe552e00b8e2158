import { expect, it } from 'vitest';
import { trashCan } from '#core/changes/trash';
import { custodyDesk } from '#tests/fixtures/custody-desk';
import { documentList } from './list-documents';

it('lists documents by title, narrows them by type, and counts the types', () => {
  const desk = custodyDesk();
  const put = (title: string, type?: string) =>
    desk.put('document', { title, ...(type === undefined ? {} : { type }) });
  const bail = put('Bail order (sample)', 'BAIL_ORDER');
  const fir = put('FIR 1 (sample)', 'FIR');
  const note = put('A note (sample)');
  const documents = documentList(desk.db);
  const page = { limit: 10, offset: 0 };
  expect(documents.list(page)).toEqual({ total: 3, ids: [note, bail, fir] });
  expect(documents.list({ ...page, offset: 1, limit: 1 })).toEqual({ total: 3, ids: [bail] });
  expect(documents.list({ ...page, type: 'FIR' })).toEqual({ total: 1, ids: [fir] });
  expect(documents.list({ ...page, type: '' })).toEqual({ total: 1, ids: [note] });
  expect(documents.list({ ...page, among: [fir, bail] })).toEqual({ total: 2, ids: [bail, fir] });
  expect(documents.types()).toEqual([
    { value: '', count: 1 },
    { value: 'BAIL_ORDER', count: 1 },
    { value: 'FIR', count: 1 },
  ]);
});

it('finds every document that holds the same bytes, but none of the trash', () => {
  const desk = custodyDesk();
  const sha256 = 'a'.repeat(64);
  const put = (title: string, hash: string) => desk.put('document', { title, sha256: hash });
  const first = put('Z order (sample)', sha256);
  put('Another paper (sample)', 'b'.repeat(64));
  const second = put('A order (sample)', sha256);
  const documents = documentList(desk.db);
  expect(documents.holding(sha256)).toEqual([first, second]);
  expect(documents.holding('c'.repeat(64))).toEqual([]);
  trashCan(desk.parts).trash(first);
  expect(documents.holding(sha256)).toEqual([second]);
});
