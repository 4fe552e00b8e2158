import { describe, expect, it } from 'vitest';
import type { ListedClock } from '#core/app/index';
import { reasonOf, spaced } from './words';

const clock = (codes: readonly string[], override?: object): ListedClock =>
  ({
    steps: codes.map((code) => ({ code, params: {} })),
    lines: codes.map((code) => `says ${code}`),
    override,
  }) as unknown as ListedClock;

describe('the reason of a clock in one line', () => {
  it('is the end of its reasoning, without how the dates were read', () => {
    const codes = ['partial', 'orderRuns', 'firstDay.both', 'lapsesWithoutWarrant'];
    expect(reasonOf(clock(codes))).toBe('says orderRuns; says lapsesWithoutWarrant');
    expect(reasonOf(clock(['spell', 'sum', 'firstDay.both']))).toBe('says spell; says sum');
    expect(reasonOf(clock([]))).toBe('');
  });

  it('is what a person set, where one did', () => {
    expect(reasonOf(clock(['detention', 'trialGoesOn', 'override.dueAt'], {}))).toBe(
      'says override.dueAt',
    );
  });
});

it('writes a word of the program as people say it', () => {
  expect([spaced('suretyFiled'), spaced('inside')]).toEqual(['surety filed', 'inside']);
});
