import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { utf8 } from '#core/kernel/bytes';
import { acceptNewPassphrase, generatePassphrase, normalisePassphrase } from './passphrase';
import { loadSodium, sodiumRandom } from './sodium';

beforeAll(loadSodium);

const normal = (text: string): string => new TextDecoder().decode(normalisePassphrase(utf8(text)));

async function reasonOf(bytes: Uint8Array): Promise<unknown> {
  try {
    await acceptNewPassphrase(bytes);
    return 'accepted';
  } catch (error) {
    return isAppError(error, 'vault/weak-passphrase') ? error.params['reason'] : error;
  }
}

describe('a passphrase', () => {
  test('is the same from any keyboard', () => {
    expect(normal(' a١٢٣ ۴۵۶ ')).toBe('a123 456');
    expect(normal('ﷲ ﬁ ＡＢ')).toBe('الله fi AB'.normalize('NFKC'));
    expect(normal('e\u0301')).toBe(normal('\u00e9'));
    expect(normal('\u06a9\u06be')).toBe('\u06a9\u06be');
  });

  test('is normalised once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }), (text) => {
        fc.pre(text.normalize('NFKC').trim() !== '');
        expect(normal(normal(text))).toBe(normal(text));
      }),
    );
  });

  test.each([
    ['empty', utf8('  ')],
    ['not-text', Uint8Array.of(0xff, 0xfe)],
    ['too-long', utf8('ب'.repeat(513))],
    ['hidden', utf8('violet gravel anchor\u202e cushion pelican drum')],
    ['hidden', utf8('violet gravel\u0007 anchor cushion pelican drum')],
    ['short', utf8('k7#qLp2!xZ9wv')],
    ['guessable', utf8('aaaaaaaaaaaaaaaaaaaaaaaa')],
    ['guessable', utf8('password password password')],
    ['guessable', utf8('qwertyuiopasdfgh')],
    ['short', utf8('correct horse battery staple')],
    ['short', utf8('Pakistan Zindabad 1947')],
    ['short', utf8('پاکستان زندہ باد ۱۹۴۷')],
    ['short', utf8('بسم الله الرحمن الرحيم')],
    ['short', utf8('Bismillah ir-Rahman ir-Rahim 786')],
  ])('that is %s is refused', async (reason, bytes) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  test.each(['violet gravel anchor cushion pelican drum', 'میز پر نیلا کبوتر چائے پیتا ہے روز'])(
    'of one’s own making is accepted: %s',
    async (text) => {
      expect(await reasonOf(utf8(text))).toBe('accepted');
    },
  );
});

describe('a generated passphrase', () => {
  test('has six words and is always accepted', async () => {
    for (let i = 0; i < 50; i += 1) {
      const text = generatePassphrase(sodiumRandom);
      expect(text).toMatch(/^[a-z-]+(?: [a-z-]+){5}$/u);
      expect(await reasonOf(utf8(text))).toBe('accepted');
    }
  });

  test('draws again where a number would make some words likelier', () => {
    const drawn = [62_208, 65_535, 0, 7_775, 7_776, 1, 2, 3];
    const random = {
      bytes: () => {
        const number = drawn.shift() ?? 0;
        return Uint8Array.of(number & 0xff, number >> 8);
      },
    };
    expect(generatePassphrase(random)).toBe('abacus zoom abacus abdomen abdominal abide');
    expect(drawn).toEqual([]);
  });
});
