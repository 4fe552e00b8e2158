import { describe, expect, it } from 'vitest';
import type { ChangeId } from '#shared/domain/ids';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { fixedId } from '#tests/fixtures/memory-vault';
import { coversOf } from './covers';
import { joinPath, splitPath, type JsonValue } from './model';
import { byPath, standingOf } from './standing';
import { upcast } from './upcast';
import { canonicalJson } from './value';

const element = fixedId(0xee);

function head(path: string, value: JsonValue, more: Partial<HeldChange> = {}): HeldChange {
  return {
    ...{ key: 1, rec: 1, id: fixedId(1), action: fixedId(2), record: fixedId(3), kind: 'person' },
    ...{ ...splitPath(path), path, value, level: 'team', at: 1, schema: 1 },
    ...more,
  };
}

describe('how a record stands', () => {
  it('shows the newest of several heads, then the one with the highest id', () => {
    const older = head('sex', 'male', { at: 1, id: fixedId(9) });
    const newer = head('sex', 'female', { at: 2, id: fixedId(1) });
    const twin = head('sex', 'other', { at: 2, id: fixedId(2) });
    expect(byPath([older, newer, twin]).get('sex')).toEqual([twin, newer, older]);
    expect(standingOf('person', [older, newer]).fields.get('sex')).toBe('female');
    expect(standingOf('person', [newer, older]).conflicts).toEqual([
      { field: 'sex', element: undefined },
    ]);
  });

  it('passes over a head this version cannot read, and marks the conflict', () => {
    const odd = head('sex', 'unlisted', { at: 2, id: fixedId(4) });
    const standing = standingOf('person', [odd, head('sex', 'male')]);
    expect(standing.fields.get('sex')).toBe('male');
    expect(standing.conflicts).toHaveLength(1);
  });

  it('does not read an element where a single value belongs, nor the other way', () => {
    const standing = standingOf('person', [
      head(`sex/${element}`, 'male'),
      head('tags', 'first'),
      head(`tags/${element}`, 'second'),
    ]);
    expect(standing.fields.size).toBe(0);
    expect(standing.elements.map((one) => one.value)).toEqual(['second']);
  });

  it('is on the level of the team and out of the trash where nobody said otherwise', () => {
    expect(standingOf('person', [])).toMatchObject({ level: 'team', isTrashed: false, label: '' });
    const marks = [head('$level', 'public'), head('$trash', { seen: [] })];
    expect(standingOf('person', marks)).toMatchObject({ level: 'public', isTrashed: true });
    expect(standingOf('person', [head('$level', 'secret')]).level).toBe('team');
  });

  it('says nothing of a kind of a later version', () => {
    const standing = standingOf('visit', [head('on', 'x', { kind: 'visit' })]);
    expect([standing.fields.size, standing.conflicts, standing.label]).toEqual([0, [], '']);
  });
});

describe('a path', () => {
  it.each(['sex', `names/${element}`, 'names/first', 'a/b/c', '/x', '$trash', 'x/'])(
    '%s is the same after it was split and joined',
    (path) => {
      expect(joinPath(splitPath(path))).toBe(path);
    },
  );
});

describe('a value of an older schema', () => {
  it('is brought up step by step, and the change stays as it is', () => {
    const change = { kind: 'person', field: 'sex', value: 'm', schema: 1 };
    const steps = {
      1: ({ value }: { value: JsonValue }) => (value === 'm' ? 'man' : value),
      2: ({ value }: { value: JsonValue }) => (value === 'man' ? 'male' : value),
    };
    expect(upcast(change, steps, 3)).toBe('male');
    expect(upcast({ ...change, schema: 2 }, steps, 3)).toBe('m');
    expect(upcast({ ...change, value: null }, { 1: () => null }, 2)).toBeNull();
    expect(change.value).toBe('m');
  });
});

describe('canonical JSON', () => {
  it('is the same text for equal values', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
    expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}') as JsonValue)).toBe(
      '{"__proto__":1,"a":2}',
    );
  });
});

describe('covers', () => {
  const pairs: Readonly<Record<string, readonly string[]>> = { d: ['c'], c: ['b', 'x'], b: ['a'] };
  const of = (start: string, travelling: string): string =>
    [
      ...coversOf(
        start as ChangeId,
        (id) => travelling.includes(id),
        (id) => (pairs[id] ?? []) as readonly ChangeId[],
      ),
    ]
      .sort()
      .join('');

  it('go on through what stays and stop at what travels', () => {
    expect(of('d', 'd')).toBe('abcx');
    expect(of('d', 'db')).toBe('bcx');
    expect(of('d', 'dc')).toBe('c');
    expect(of('a', 'a')).toBe('');
  });
});
