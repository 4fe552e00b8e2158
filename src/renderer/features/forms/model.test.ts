import { expect, it } from 'vitest';
import { isBefore, isNewPath, isSame, sentPath, without } from './model';

it('tells new values of a field from those on file, and sends them as the vault takes them', () => {
  expect(isNewPath('names/new#2')).toBe(true);
  expect(isNewPath('names/0190b5c1-0000-7000-8000-000000000001')).toBe(false);
  expect(sentPath('names/new#2')).toBe('names/new');
  expect(sentPath('occupation')).toBe('occupation');
});

it('holds two values for the same whatever the order of their keys, and blank for blank', () => {
  expect(isSame({ text: 'a', kind: 'legal' }, { kind: 'legal', text: 'a' })).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame(undefined, null)).toBe(true);
  expect(isSame({ edtf: '2026' }, { edtf: '2026', zone: 'Asia/Karachi' })).toBe(false);
});

it('says that an end lies before a start only where no reading of the two allows it', () => {
  expect(isBefore({ edtf: '2026-04-01' }, { edtf: '2026-04-02' })).toBe(true);
  expect(isBefore({ edtf: '2026-04' }, { edtf: '2026-04-20' })).toBe(false);
  expect(isBefore({ edtf: '2025' }, { edtf: '2026-04~' })).toBe(true);
  expect(isBefore(undefined, { edtf: '2026-04-02' })).toBe(false);
});

it('leaves one path out', () => {
  expect(without({ from: 1, until: 2 }, 'from')).toEqual({ until: 2 });
});
