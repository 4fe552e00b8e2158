import { describe, expect, it } from 'vitest';
import { atTime } from './index';
import {
  CASE,
  facts,
  hold,
  matter,
  order,
  PERSON,
  ruleOf,
  sampleId,
  run,
  wall,
  due,
  lines,
} from '#tests/fixtures/clock-samples';

const day24 = ruleOf('PK-24H');
const remand = ruleOf('PK-344-15D');

describe('any rule', () => {
  const arrested = facts({ spells: [hold(10, 'arrest', '2025-05-14T10:30')] });
  const override = (effect: 'off' | 'dueAt' | 'met', subject = sampleId(10)) => ({
    ...arrested,
    overrides: [
      {
        id: sampleId(50),
        rule: 'PK-24H',
        subject,
        effect,
        dueAt: { edtf: '2025-05-16T09:00' },
        reason: 'remand shown in court',
        by: 'A. Khayali (sample)',
      },
    ],
  });

  it('can be switched off, marked as met or given a date, the first result kept', () => {
    expect(run(day24, override('off'))).toMatchObject({ state: 'off', isOpen: false });
    expect(run(day24, override('met')).state).toBe('met');
    const set = run(day24, override('dueAt'));
    expect(due(set)[0]).toBe('2025-05-16T09:00');
    expect(wall(set.override?.original.dueAt.earliest)).toBe('2025-05-15T10:30');
    expect(lines(set).at(-1)).toBe(
      'date set to 16.05.2025 09:00 by A. Khayali (sample): remand shown in court',
    );
  });

  it('can be overridden for a case or a person, not by another rule or subject', () => {
    expect(run(day24, override('off', CASE)).state).toBe('off');
    expect(run(day24, override('off', PERSON)).state).toBe('off');
    expect(run(day24, override('off', sampleId(77))).state).toBe('running');
    expect(
      run(remand, { ...override('off'), spells: [order(10, 'judicialRemand', '2025-06-01')] })
        .state,
    ).toBe('running');
  });

  it('lapses on its last day for what began after it', () => {
    const sunset = { ...day24, validTo: '2025-05-13' };
    expect(run(sunset, arrested).state).toBe('notApplicable');
    expect(run({ ...day24, validTo: '2025-05-14' }, arrested).state).toBe('running');
    expect(run({ ...day24, validFrom: '2025-06-01' }, arrested).state).toBe('notApplicable');
  });

  it('is kept on where the regime is not known or disputed', () => {
    const of = (regime: readonly ('ordinary' | 'preventive')[]) =>
      run(day24, { ...arrested, matters: [matter({ regime })] }).state;
    expect([of([]), of(['ordinary', 'preventive']), of(['preventive'])]).toEqual([
      'running',
      'running',
      'notApplicable',
    ]);
  });

  it('changes only from running to due as time goes', () => {
    const met = run(day24, override('met'));
    expect(atTime(met, Number.MAX_SAFE_INTEGER).state).toBe('met');
  });
});
