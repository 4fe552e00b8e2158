import { describe, expect, it } from 'vitest';
import type { ActionId, RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import { combined, sourcesOf, type Conflict } from './model';

const head = (value: JsonValue, bundle?: string): Conflict['heads'][number] => ({
  change: JSON.stringify([value, bundle]),
  action: 'a' as ActionId,
  what: 'edit',
  actor: 'x',
  actorName: 'Sample Vakil',
  at: 1,
  origin:
    bundle === undefined ? { type: 'typed' } : { type: 'bundle', bundle, sender: 'Sample Wakeel' },
  path: 'occupation',
  value,
  level: 'team',
  isHead: true,
  isFarAhead: false,
});

const conflict = (record: string, heads: Conflict['heads']): Conflict => ({
  record: record as RecordId,
  kind: 'person',
  label: '',
  path: 'occupation',
  heads,
});

describe('where values in conflict come from', () => {
  it('is told only where one answer settles more than one', () => {
    expect(sourcesOf([conflict('p', [head('clerk'), head('printer', 'b1')])])).toEqual([]);
  });

  it('gathers what each bundle and this desk would settle, the most first', () => {
    const sources = sourcesOf([
      conflict('p', [head('clerk'), head('printer', 'b1')]),
      conflict('q', [head('clerk'), head('tailor', 'b1')]),
      conflict('r', [head('teacher'), head('doctor', 'b2')]),
    ]);
    expect(sources).toEqual([
      {
        id: 'here',
        settled: [
          { record: 'p', path: 'occupation', value: 'clerk' },
          { record: 'q', path: 'occupation', value: 'clerk' },
          { record: 'r', path: 'occupation', value: 'teacher' },
        ],
      },
      {
        id: 'b1',
        sender: 'Sample Wakeel',
        settled: [
          { record: 'p', path: 'occupation', value: 'printer' },
          { record: 'q', path: 'occupation', value: 'tailor' },
        ],
      },
    ]);
  });

  it('leaves out what one source says in two ways', () => {
    const two = [head('clerk'), head('printer', 'b1'), head('tailor', 'b1')];
    const sources = sourcesOf([conflict('p', two), conflict('q', two)]);
    expect(sources.map(({ id }) => id)).toEqual(['here']);
  });
});

describe('texts that differ', () => {
  it('are put one after the other, each once', () => {
    expect(combined([head('clerk'), head('printer')], false)).toBe('clerk; printer');
    expect(combined([head('clerk'), head('printer'), head('clerk', 'b')], true)).toBe(
      'clerk\nprinter',
    );
  });

  it('cannot be combined where there is but one, or no text', () => {
    expect(combined([head('clerk'), head(null)], false)).toBeUndefined();
    expect(combined([head('clerk'), head({ edtf: '2026' })], false)).toBeUndefined();
  });
});
