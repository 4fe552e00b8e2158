import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { byAction, linesOf, type StoryEntry } from './story';

const PERSON = 'person' as RecordId;

const entry = (action: string, record: string, path: string, value: unknown = 'x') =>
  ({ action, record, path, value, change: `${action} ${record} ${path}` }) as unknown as StoryEntry;

describe('a history', () => {
  it('stands by action and in it by record, in the order it came', () => {
    const actions = byAction([
      entry('b', 'person', 'sex'),
      entry('b', 'hold', 'type'),
      entry('b', 'person', 'notes'),
      entry('a', 'person', 'sex'),
    ]);
    expect(
      actions.map(({ first, records }) => [
        first.action,
        records.map(({ of, entries }) => [of.record, entries.map(({ path }) => path)]),
      ]),
    ).toEqual([
      [
        'b',
        [
          ['person', ['sex', 'notes']],
          ['hold', ['type']],
        ],
      ],
      ['a', [['person', ['sex']]]],
    ]);
  });

  it('leaves out whose a part is and the marks of the trash, not a change that says nothing else', () => {
    const linesIn = (...entries: StoryEntry[]) => {
      const [of] = entries;
      return of === undefined
        ? []
        : linesOf({ of, entries }, PERSON).map(({ path, value }) => [path, value]);
    };
    expect(
      linesIn(entry('a', 'hold', 'person', PERSON), entry('a', 'hold', 'type', 'arrest')),
    ).toEqual([['type', 'arrest']]);
    expect(linesIn(entry('a', 'hold', 'person', PERSON))).toEqual([['person', PERSON]]);
    expect(linesIn(entry('a', 'hold', '$trash', { seen: [] }))).toEqual([]);
  });
});
