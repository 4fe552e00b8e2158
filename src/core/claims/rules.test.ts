import { describe, expect, it } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import type { RecordId } from '#shared/domain/ids';
import { historyReader } from '#core/changes/history';
import type { JsonValue } from '#core/changes/model';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { contested, preferClaim, rivalClaims } from './rules';

function desk() {
  const vault = memoryVault();
  const hold = vault.newRecord();
  vault.edit(hold, 'hold', { from: { edtf: '2025-05-14' } });
  const claim = (values: Readonly<Record<string, JsonValue>>): RecordId => {
    const id = vault.newRecord();
    vault.edit(id, 'claim', { about: hold, field: 'from', ...values });
    return id;
  };
  const view = (id: RecordId) => vault.reader.getOf('claim', id)!;
  const prefer = (id: RecordId, reason: string) =>
    vault.writer.commit('prefer', { type: 'typed' }, [
      ...preferClaim({
        claim: view(id),
        about: vault.reader.get(hold)!,
        claims: vault.reader.all('claim'),
        reason,
      }),
    ]);
  return { ...vault, hold, claim, view, prefer };
}

const fir = { value: { edtf: '2025-05-16' }, reliability: 'usuallyReliable' };
const family = { value: { edtf: '2025-05-14' }, reliability: 'reliable' };

describe('rival claims of a field', () => {
  it('stand in order of content, source and date, the unsaid before the doubtful', () => {
    const { claim, reader, hold } = desk();
    const doubtful = claim({ ...family, certainty: 'doubtful' });
    const unsaid = claim({ value: { edtf: '2025-05-15' } });
    const probable = claim({ ...fir, certainty: 'probable' });
    const better = claim({ ...family, certainty: 'probable' });
    const later = claim({ ...family, certainty: 'probable', asOf: { edtf: '2025-06-01' } });
    claim({ certainty: 'confirmed' });
    claim({ ...family, field: 'until' });
    expect(rivalClaims(reader.all('claim'), hold, 'from').map(({ id }) => id)).toEqual([
      ...[later, better, probable, unsaid, doubtful],
    ]);
  });

  it('are contested only where they differ', () => {
    const { claim, reader, hold } = desk();
    claim(family);
    claim(family);
    expect(contested(reader.all('claim'), hold).size).toBe(0);
    claim(fir);
    expect([...contested(reader.all('claim'), hold).keys()]).toEqual(['from']);
  });
});

describe('preferring a claim', () => {
  it('writes the value of the field with the id of the claim, in one action', () => {
    const { claim, prefer, reader, hold, db, clock, view } = desk();
    const one = claim(fir);
    prefer(one, 'Daily diary of the station');
    expect(reader.getOf('hold', hold)?.fields.from).toEqual({ edtf: '2025-05-16' });
    expect(view(one).fields).toMatchObject({
      preferred: true,
      preferredReason: 'Daily diary of the station',
    });
    const last = historyReader(db, clock)(hold, 'from').at(-1);
    const stored = db.prepare<{ claim: Uint8Array | null }>(
      'SELECT claim FROM change WHERE claim IS NOT NULL',
    );
    expect(last?.value).toEqual({ edtf: '2025-05-16' });
    expect(stored.all()).toHaveLength(1);
  });

  it('takes the preference from the rival that had it', () => {
    const { claim, prefer, view } = desk();
    const [one, other] = [claim(fir), claim(family)];
    prefer(one, 'First paper');
    prefer(other, 'Seen by three people');
    expect([view(one).fields.preferred, view(other).fields.preferred]).toEqual([false, true]);
  });

  it('refuses a claim without a value, a reason, or about something else', () => {
    const { claim, prefer, view, newRecord, edit, reader } = desk();
    const codeOf = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return isAppError(error) ? `${error.code} ${String(error.params['path'])}` : 'other';
      }
      return 'none';
    };
    expect(codeOf(() => prefer(claim({}), 'x'))).toBe('input/field value');
    expect(codeOf(() => prefer(claim(fir), '  '))).toBe('input/field preferredReason');
    const other = newRecord();
    edit(other, 'hold', { notes: 'x' });
    const stray = { claim: view(claim(fir)), about: reader.get(other)!, claims: [], reason: 'x' };
    expect(codeOf(() => preferClaim(stray))).toBe('input/reference about');
  });
});
