import { describe, expect, it } from 'vitest';
import { ERROR_CODES, EXIT } from '#shared/errors/codes';
import { exitOf } from '#shared/errors/exits';
import { ERROR_TEXTS, errorText } from '#shared/errors/texts';

describe('the texts of errors', () => {
  it.each(ERROR_CODES)('%s says what happened, what is safe and what to do', (code) => {
    const { what, safe, next } = errorText(code);
    for (const text of [what, safe, next]) expect(text).toMatch(/^["A-Z"].{10,}$/u);
    expect(`${safe}${next}`).toMatch(/[.)]$/u);
  });

  it('has no text without a code', () => {
    expect(Object.keys(ERROR_TEXTS).sort()).toEqual([...ERROR_CODES].sort());
  });

  it.each(ERROR_CODES)('%s ends with a failure', (code) => {
    const exit = exitOf(code);
    expect(Object.values(EXIT)).toContain(exit);
    expect(exit).not.toBe(EXIT.ok);
  });

  it('never calls damage a wrong passphrase', () => {
    const damaged = ERROR_CODES.filter((code) => /damaged|forged|missing|broken/u.test(code));
    for (const code of damaged) expect(exitOf(code)).not.toBe(EXIT.passphrase);
  });

  it('fills in params, names those that have no place, and lets none steer a terminal', () => {
    expect(errorText('input/file', { file: 'a\u001b[2J\u202e.txt' }).what).toContain('a?[2J?.txt');
    expect(errorText('vault/slot', { slot: 3 }).what).toMatch(/\(slot 3\)$/u);
  });
});
