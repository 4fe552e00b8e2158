import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex, utf8 } from '#core/kernel/bytes';
import { parseTextFile, writeTextFile, type TextFileKind } from './text-file';

const kind: TextFileKind = { title: 'SAMPLE', version: 2, closing: 'sig', maxBytes: 1_000 };
const proof = new Uint8Array(64).fill(5);

describe('a sealed text file', () => {
  test('gives back its JSON, what its proof covers and the proof', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 100 }).filter((s) => !/[\n]/u.test(s));
    fc.assert(
      fc.property(line, (json) => {
        let covered = '';
        const file = writeTextFile(kind, json, (bytes) => {
          covered = toHex(bytes);
          return proof;
        });
        const result = parseTextFile(file, kind);
        if (!result.ok) throw new Error(result.why);
        expect(result.file.json).toBe(json);
        expect(toHex(result.file.covered)).toBe(covered);
        expect(result.file.proof).toEqual(proof);
      }),
    );
  });

  test('of an earlier version is damaged, of a later one newer', () => {
    const of = (version: number) => writeTextFile({ ...kind, version }, '{}', () => proof);
    expect(parseTextFile(of(1), kind)).toEqual({ ok: false, why: 'damaged' });
    expect(parseTextFile(of(3), kind)).toEqual({ ok: false, why: 'newer' });
  });

  test('that is not UTF-8 or too long is damaged', () => {
    const file = writeTextFile(kind, '{}', () => proof);
    file[3] = 0xff;
    expect(parseTextFile(file, kind).ok).toBe(false);
    const long = writeTextFile(kind, ' '.repeat(1_000), () => proof);
    expect(parseTextFile(long, kind).ok).toBe(false);
    expect(parseTextFile(utf8(''), kind).ok).toBe(false);
  });
});
