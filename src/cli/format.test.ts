import { describe, expect, it } from 'vitest';
import { count, minuteOf, pairs, showFor, table } from './format';

const plain = showFor(false);
const onTerminal = showFor(true);

describe('text for a person', () => {
  it('lets nothing of the case file steer the terminal', () => {
    for (const show of [plain, onTerminal]) {
      expect(show('a\u001b[2Jb\u202ec\u0007\u009b')).toBe('a [2Jb c  ');
    }
  });

  it('sets Urdu apart on a terminal only', () => {
    expect(onTerminal('کریم')).toBe('\u2068کریم\u2069');
    expect(onTerminal('Karim')).toBe('Karim');
    expect(plain('کریم')).toBe('کریم');
  });

  it('aligns columns by what is seen and leaves out what is empty', () => {
    const rows = [
      { name: 'Khayali', note: '', id: '1' },
      { name: 'خیالِی', note: '', id: '22' },
    ];
    const columns = [
      { title: 'NAME', of: (row: (typeof rows)[0]) => row.name },
      { title: 'NOTE', of: (row: (typeof rows)[0]) => row.note },
      { title: 'ID', of: (row: (typeof rows)[0]) => row.id },
    ];
    expect(table(rows, columns, plain).split('\n')).toEqual([
      'NAME     ID',
      'Khayali  1',
      'خیالِی    22',
      '',
    ]);
  });

  it('breaks what is too long for the width where it may, and cuts nothing', () => {
    const rows = [
      { court: 'Judge of the Sample Town', note: 'bring the file', id: '12345678' },
      { court: 'Averyverylongword', note: '', id: '2' },
    ];
    const text = table(
      rows,
      [
        { title: 'COURT', of: ({ court }) => court, least: 8 },
        { title: 'ID', of: ({ id }) => id },
      ],
      plain,
      { most: 22, below: ({ note }) => (note === '' ? [] : [note]) },
    );
    expect(text.split('\n')).toEqual([
      'COURT         ID',
      'Judge of the  12345678',
      'Sample Town',
      '    bring the file',
      'Averyverylon  2',
      'gword',
      '',
    ]);
  });

  it('breaks a long word at its hyphen', () => {
    const columns = [
      { title: 'PURPOSE', of: (row: { purpose: string }) => row.purpose, least: 8 },
      { title: 'ID', of: () => '1' },
    ];
    const text = table([{ purpose: 'Cross-examination of PW-1' }], columns, plain, { most: 16 });
    expect(text.split('\n').slice(1)).toEqual(['Cross-        1', 'examination', 'of PW-1', '']);
  });

  it('leaves a table wide where no column may be broken', () => {
    const text = table([{ id: 'abcdefgh' }], [{ title: 'ID', of: ({ id }) => id }], plain, {
      most: 4,
    });
    expect(text).toBe('ID\nabcdefgh\n');
  });

  it('puts further lines of a value below the first', () => {
    expect(
      pairs(
        [
          ['names', 'one\ntwo'],
          ['sex', 'male'],
        ],
        plain,
      ),
    ).toBe('names  one\n       two\nsex    male\n');
  });

  it('counts in words', () => {
    expect([count(1, 'record'), count(1200, 'record'), count(2, 'copy', 'copies')]).toEqual([
      '1 record',
      '1,200 records',
      '2 copies',
    ]);
    expect(minuteOf(0)).toBe('1970-01-01 00:00 UTC');
  });
});
