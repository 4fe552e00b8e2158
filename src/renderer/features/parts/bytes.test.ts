import { expect, it } from 'vitest';
import { sizeOf } from './bytes';

const inEnglish = (bytes: number): string => {
  const { value, format } = sizeOf(bytes);
  return new Intl.NumberFormat('en', format).format(value);
};

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [53, '53 bytes'],
  [999, '999 bytes'],
  [1_500, '1.5 kB'],
  [412_300, '412 kB'],
  [2_000_000, '2 MB'],
  [5_000_000_000_000, '5,000 GB'],
])('says %i bytes as %s', (bytes, said) => {
  expect(inEnglish(bytes)).toBe(said);
});
