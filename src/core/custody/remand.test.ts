import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import type { FieldsOf } from '#shared/domain/registry';
import { basisAfter } from './remand';

const id = (n: number) => `01900000-0000-7000-8000-00000000000${String(n)}` as RecordId;
const CASE = id(8);
const OTHER_CASE = id(9);
const on = { edtf: '2026-04-05T12:00' };

const hold = (n: number, fields: FieldsOf<'hold'>) => ({ id: id(n), fields });
const ARREST = hold(1, { type: 'arrest', from: { edtf: '2026-04-04' }, case: CASE });

describe('after an order of remand', () => {
  it('the arrest of the case ends, and the remand is a basis of its own', () => {
    const after = basisAfter({ type: 'policeRemand', case: CASE, on }, [ARREST]);
    expect(after).toEqual({ isNew: true, ended: [ARREST.id] });
  });

  it('an arrest that names no case ends too', () => {
    const loose = hold(2, { type: 'arrest', from: { edtf: '2026-04-05' } });
    expect(basisAfter({ type: 'judicialRemand', case: CASE, on }, [loose]).ended).toEqual([id(2)]);
  });

  it('an open remand of the same kind goes on', () => {
    const open = hold(3, { type: 'judicialRemand', from: { edtf: '2026-03-22' }, case: CASE });
    const after = basisAfter({ type: 'judicialRemand', case: CASE, on }, [open]);
    expect(after).toEqual({ isNew: false, ended: [] });
  });

  it('a remand that has its own end is followed by a new basis', () => {
    const ended = hold(4, {
      type: 'policeRemand',
      case: CASE,
      from: { edtf: '2026-04-01' },
      until: { edtf: '2026-04-05' },
    });
    const after = basisAfter({ type: 'policeRemand', case: CASE, on }, [ended]);
    expect(after).toEqual({ isNew: true, ended: [] });
  });

  it('custody in another case, detention and a sentence stay as they are', () => {
    const others = [
      hold(5, { type: 'arrest', case: OTHER_CASE, from: { edtf: '2026-04-01' } }),
      hold(6, { type: 'preventiveDetention', from: { edtf: '2026-03-01' } }),
      hold(7, { type: 'conviction', case: CASE, from: { edtf: '2025-03-01' } }),
    ];
    const after = basisAfter({ type: 'policeRemand', case: CASE, on }, others);
    expect(after).toEqual({ isNew: true, ended: [] });
  });

  it('an order entered late leaves the later bases alone', () => {
    const later = hold(2, { type: 'judicialRemand', case: CASE, from: { edtf: '2026-04-14' } });
    const after = basisAfter({ type: 'policeRemand', case: CASE, on }, [ARREST, later]);
    expect(after).toEqual({ isNew: false, ended: [] });
  });
});
