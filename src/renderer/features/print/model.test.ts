import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import {
  chosenPrinter,
  faultsOf,
  firstChoice,
  orderOf,
  wholeNumber,
  type Printable,
  type Printer,
} from './model';

const LINES: Printable = { what: 'day', lines: [{ style: 'Title', cells: ['Sample day'] }] };
const SCAN: Printable = {
  what: 'document',
  subject: '01980000-0000-7000-8000-000000000001' as RecordId,
  preview: '3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b',
  pages: 250,
};
const printer = (name: string): Printer => ({
  ...{ name, label: name, location: '', isUsual: false, way: 'cable' },
});

describe('what is printed', () => {
  it.each([
    ['1', 1],
    [' 12 ', 12],
    ['99', 99],
    ['0', undefined],
    ['100', undefined],
    ['1.5', undefined],
    ['-1', undefined],
    ['', undefined],
    ['two', undefined],
  ])('reads %j as %j', (typed, number) => {
    expect(wholeNumber(typed, 1, 99)).toBe(number);
  });

  it('offers as many pages of a long document as go in one job', () => {
    expect(firstChoice(SCAN)).toMatchObject({ first: '1', last: '100', copies: '1', paper: 'a4' });
    expect(faultsOf(SCAN, firstChoice(SCAN))).toMatchObject({ first: false, last: false });
    const later = { ...firstChoice(SCAN), first: '201', last: '250' };
    expect(faultsOf(SCAN, later)).toMatchObject({ first: false, last: false, most: 250 });
    expect(faultsOf(SCAN, { ...later, last: '251' }).last).toBe(true);
    expect(faultsOf(SCAN, { ...later, first: '1' }).last).toBe(true);
    expect(faultsOf(SCAN, { ...later, last: '200' }).last).toBe(true);
  });

  it('takes the first printer until one is chosen, and none in the place of one that is gone', () => {
    const both = [printer('Usual'), printer('Other')];
    const choice = firstChoice(LINES);
    expect(chosenPrinter(both, choice)?.name).toBe('Usual');
    expect(chosenPrinter(both, { ...choice, printer: 'Other' })?.name).toBe('Other');
    expect(chosenPrinter(both, { ...choice, printer: 'Gone' })).toBeUndefined();
    expect(chosenPrinter([], choice)).toBeUndefined();
  });

  it('is ordered as lines, or as pages of a preview, never by a name of a record', () => {
    const choice = { ...firstChoice(SCAN), copies: '2', first: '3', last: '4' };
    expect(orderOf(SCAN, printer('Usual'), choice)).toEqual({
      ...{ printer: 'Usual', copies: 2, paper: 'a4', isNetworkFine: false },
      what: 'document',
      subject: '01980000-0000-7000-8000-000000000001',
      content: {
        kind: 'pages',
        preview: '3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b',
        first: 3,
        last: 4,
      },
    });
    expect(orderOf(LINES, printer('Usual'), firstChoice(LINES))).not.toHaveProperty('subject');
  });
});
