import { describe, expect, it } from 'vitest';
import type { ElementId } from '#shared/domain/ids';
import { currentStatus, type AccusedStatus } from './rules';

const status = (n: number, of: AccusedStatus, edtf?: string) => ({
  id: `00000000-0000-7000-8000-00000000000${String(n)}` as ElementId,
  value: edtf === undefined ? { status: of } : { status: of, on: { edtf } },
});

describe('the status of an accused', () => {
  it('is the latest by date, whatever the order of writing', () => {
    const all = [
      status(1, 'onBail', '2025-06'),
      status(2, 'arrested', '2025-05-14'),
      status(3, 'named'),
    ];
    expect(currentStatus(all)).toBe('onBail');
  });

  it('is the later written of two of one day, and none where nobody said', () => {
    expect(currentStatus([status(1, 'arrested', '2025'), status(2, 'onBail', '2025')])).toBe(
      'onBail',
    );
    expect(currentStatus(undefined)).toBeUndefined();
  });
});
