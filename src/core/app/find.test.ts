import { describe, expect, it } from 'vitest';
import type { AnyId, RecordId } from '#shared/domain/ids';
import { shortened } from './find';

const id = (text: string) => text as RecordId;
const OWN = id('0197d2a4-7711-7abc-8def-000000000001');

describe('the short form of an id', () => {
  it.each<readonly [why: string, neighbours: readonly AnyId[], short: string]>([
    ['it stands alone', [], '0197d2a4'],
    ['others begin otherwise', [id('0197d2a0-0000-7000-8000-000000000000')], '0197d2a4'],
    [
      'another was made in the same minute',
      [id('0197d2a4-7800-7000-8000-000000000000')],
      '0197d2a4-77',
    ],
    [
      'another was made in the same millisecond',
      [id('0197d2a0-0000-7000-8000-000000000000'), id('0197d2a4-7711-7fff-8000-000000000000')],
      '0197d2a4-7711-7a',
    ],
    [
      'another differs in its last digit',
      [id('0197d2a4-7711-7abc-8def-000000000002')],
      '0197d2a4-7711-7abc-8def-000000000001',
    ],
  ])('is long enough where %s', (_why, neighbours, short) => {
    expect(shortened(OWN, neighbours)).toBe(short);
  });
});
