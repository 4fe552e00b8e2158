import { describe, expect, it } from 'vitest';
import { markOf } from './mark';

describe('the mark in a found label', () => {
  it('cuts at what was typed, whatever the case', () => {
    expect(markOf('Zafar Khayali', 'khay')).toEqual(['Zafar ', 'Khay', 'ali']);
    expect(markOf('ظفر خیالی', 'خیا')).toEqual(['ظفر ', 'خیا', 'لی']);
  });

  it('leaves the label whole where nothing fits', () => {
    expect(markOf('Zafar', ' ')).toEqual(['Zafar', '', '']);
    expect(markOf('Zafar', 'x')).toEqual(['Zafar', '', '']);
    expect(markOf('İzmir', 'i')).toEqual(['İzmir', '', '']);
  });
});
