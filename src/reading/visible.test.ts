import { expect, it } from 'vitest';
import { visible } from './visible';

it('shows controls and what turns a line, and leaves a text of any script as it is', () => {
  expect(visible('a\u0000b\u001bc\u007f')).toBe('a␀b␛c␡');
  expect(visible('fdp.\u202eexe\u2066x\u0085')).toBe('fdp.[U+202E]exe[U+2066]x[U+0085]');
  expect(visible('one\r\ntwo\rthree\ffour\tfive')).toBe('one\ntwo\nthree\nfour\tfive');
  const urdu = 'محمد\u200c خیالی\u200f — عدالت';
  expect(visible(urdu)).toBe(urdu);
});
