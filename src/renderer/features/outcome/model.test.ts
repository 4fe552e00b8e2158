import { expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import {
  appearancesOf,
  BLANK,
  enteredOf,
  nextDate,
  optionMeant,
  whatMeant,
  whatsOf,
  type Meant,
} from './model';

const HEARING = '01900000-0000-7000-8000-000000000001' as RecordId;
const FIRST = '01900000-0000-7000-8000-000000000002' as RecordId;
const SECOND = '01900000-0000-7000-8000-000000000003' as RecordId;

const WHATS = whatsOf(
  [
    { code: 'BAIL_GRANTED', label: 'bail granted' },
    { code: 'SINE_DIE', label: 'adjourned sine die' },
    { code: 'ADJOURNED', label: 'adjourned' },
  ],
  (status) => status,
);

it('offers what happened once, the plain answers first', () => {
  expect(WHATS.map(({ label }) => label)).toEqual([
    'adjourned',
    'heard',
    'notReached',
    'reserved',
    'cancelled',
    'bail granted',
    'adjourned sine die',
  ]);
});

it('reads what happened from the list, or keeps own words as heard', () => {
  expect(whatMeant(' Bail granted', WHATS)).toMatchObject({ status: 'heard', isEnd: false });
  expect(whatMeant('adjourned sine die', WHATS)).toMatchObject({
    status: 'adjourned',
    isEnd: true,
  });
  expect(whatMeant('file sent back', WHATS)).toEqual({
    id: '',
    label: 'file sent back',
    status: 'heard',
    isEnd: false,
  });
  expect(whatMeant('  ', WHATS)).toBeUndefined();
});

it('takes an answer cut short where only one begins so, and guesses nothing else', () => {
  expect(whatMeant('adj', WHATS)?.id).toBe('adjourned');
  expect(whatMeant('bai', WHATS)?.id).toBe('BAIL_GRANTED');
  expect(whatMeant('a', WHATS)).toMatchObject({ id: '', label: 'a' });
  const causes = [{ label: 'witness absent' }, { label: 'witness ill' }, { label: 'court busy' }];
  expect(optionMeant('cou', causes)).toEqual({ label: 'court busy' });
  expect(optionMeant('wit', causes)).toBeUndefined();
});

it('counts the next date from the day of the hearing', () => {
  expect(nextDate('+2w', '2026-04-28')).toEqual({ kind: 'date', edtf: '2026-05-12' });
  expect(nextDate('14.5 9:30', '2026-04-28')).toEqual({ kind: 'date', edtf: '2026-05-14T09:30' });
});

it('says of everyone what was said of all, but where one is an exception', () => {
  const typed = {
    ...BLANK,
    all: { produced: 'yes' },
    exceptions: { [SECOND]: { produced: 'no', whyNot: 'no escort' } },
  };
  expect(appearancesOf(typed, [FIRST, SECOND])).toEqual([
    { accused: FIRST, edits: [{ path: 'produced', value: 'yes' }] },
    {
      accused: SECOND,
      edits: [
        { path: 'produced', value: 'no' },
        { path: 'whyNot', value: 'no escort' },
      ],
    },
  ]);
  expect(appearancesOf(BLANK, [FIRST, SECOND])).toEqual([]);
});

it('sends an adjournment with its cause and the hearing that follows, nothing that was left blank', () => {
  const adjourned = whatMeant('adjourned', WHATS);
  if (adjourned === undefined) throw new Error('adjourned is on the list');
  const meant: Meant = {
    what: adjourned,
    reason: 'witnessAbsent',
    by: 'prosecution',
    nextOn: '2026-05-12',
  };
  const typed = { ...BLANK, purpose: 'cross-examination' };
  expect(enteredOf(HEARING, typed, meant, [], 'Asia/Karachi')).toEqual({
    hearing: HEARING,
    status: 'adjourned',
    adjournReason: 'witnessAbsent',
    adjournedBy: 'prosecution',
    appearances: [],
    next: [
      { path: 'on', value: { edtf: '2026-05-12', zone: 'Asia/Karachi' } },
      { path: 'purpose', value: 'cross-examination' },
    ],
  });
});

it('keeps a cause to itself where nothing was put off', () => {
  const granted = whatMeant('bail granted', WHATS);
  if (granted === undefined) throw new Error('bail granted is on the list');
  const meant: Meant = { what: granted, reason: 'courtBusy', by: 'court', nextOn: undefined };
  expect(enteredOf(HEARING, BLANK, meant, [], 'UTC')).toEqual({
    hearing: HEARING,
    status: 'heard',
    outcome: 'bail granted',
    appearances: [],
  });
});
