import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { combineShares, missingShares, SHARE_SCHEMES, splitSecret } from './shares';
import { loadSodium, sodiumRandom } from './sodium';

beforeAll(loadSodium);

const secretOf = () => sodiumRandom.bytes(20);
const codeOf = async (texts: readonly string[]): Promise<string> => {
  try {
    await combineShares(texts);
    return 'none';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
};

/** Every way to take `needed` of the papers. */
function choices(papers: readonly string[], needed: number): readonly (readonly string[])[] {
  if (needed === 0) return [[]];
  return papers.flatMap((paper, at) =>
    choices(papers.slice(at + 1), needed - 1).map((rest) => [paper, ...rest]),
  );
}

describe.each(SHARE_SCHEMES)('$needed of $of shares', ({ needed, of }) => {
  test('rebuild the secret in every choice and order, and all of them too', async () => {
    const secret = secretOf();
    const papers = await splitSecret(secret, { needed, of }, sodiumRandom);
    expect(new Set(papers).size).toBe(of);
    for (const chosen of choices(papers, needed)) {
      expect(await combineShares(chosen)).toEqual(secret);
      expect(await combineShares(chosen.toReversed())).toEqual(secret);
    }
    expect(await combineShares(papers)).toEqual(secret);
  });

  test('say how many more are wanted', async () => {
    const papers = await splitSecret(secretOf(), { needed, of }, sodiumRandom);
    for (let given = 1; given < needed; given += 1) {
      expect(missingShares(papers.slice(0, given))).toBe(needed - given);
      expect(await codeOf(papers.slice(0, given))).toBe('share/few');
    }
    expect(missingShares(papers)).toBe(0);
    expect(await codeOf([])).toBe('share/few');
  });
});

describe('shares', () => {
  const two = { needed: 2, of: 3 };

  test('are written in twelve groups of four and read as they are typed', async () => {
    const secret = secretOf();
    const papers = await splitSecret(secret, two, sodiumRandom);
    for (const paper of papers)
      expect(paper).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){11}[0-9A-Z]{4}$/u);
    const typed = papers.map(
      (paper) => ` ${paper.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `,
    );
    expect(await combineShares(typed.slice(1))).toEqual(secret);
  });

  test('of two splittings are never mixed, and none counts twice', async () => {
    const [a, b] = [
      await splitSecret(secretOf(), two, sodiumRandom),
      await splitSecret(secretOf(), two, sodiumRandom),
    ];
    expect(await codeOf([a[0]!, b[1]!])).toBe('share/mixed');
    expect(await codeOf([a[0]!, a[0]!])).toBe('share/twice');
    expect(await codeOf([a[0]!, a[1]!, a[0]!])).toBe('share/twice');
  });

  test('with a slip of the pen are refused, and which one is said', async () => {
    const papers = await splitSecret(secretOf(), two, sodiumRandom);
    const letters = papers[1]!.replaceAll('-', '');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(letters.length - 1),
        fc.constantFrom('2', '7', 'Z'),
        async (at, to) => {
          if (letters[at] === to) return;
          const slip = letters.slice(0, at) + to + letters.slice(at + 1);
          expect(await codeOf([papers[0]!, slip])).toBe('share/typing');
        },
      ),
    );
    const error: unknown = await combineShares([papers[0]!, 'ABCD']).catch(
      (thrown: unknown) => thrown,
    );
    expect(isAppError(error, 'share/typing') && error.params).toEqual({
      share: 2,
      reason: 'length',
    });
  });
});
