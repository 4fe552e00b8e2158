import { describe, expect, it } from 'vitest';
import { hrefOf, placeOf, whereaboutsOf } from './navigation';

const ID = '0190a1b2-0000-7000-8000-000000000001';

describe('where one is in the window', () => {
  it('keeps of an address only what places know', () => {
    expect(whereaboutsOf({ id: ID, tab: 'cases', day: '', other: 'x' })).toEqual({
      id: ID,
      tab: 'cases',
    });
  });

  it('reads as a link, with what it names', () => {
    expect(hrefOf({ to: 'today' })).toBe('#/today');
    expect(hrefOf({ to: 'detainee', id: ID, tab: 'custody' })).toBe(
      `#/detainee?id=${ID}&tab=custody`,
    );
  });

  it('knows which records have a place of their own', () => {
    expect(placeOf('person', ID)).toEqual({ to: 'detainee', id: ID });
    expect(placeOf('contact', ID)).toEqual({ to: 'people', id: ID });
    expect(placeOf('hearing', ID)).toBeUndefined();
  });
});
