import { COMMON_PHRASES } from './common-phrases';

const BEST_SCORE = 4;

/** Made at first use: its word lists are the larger part of the program, and only a new passphrase needs them. */
async function makeEstimate(): Promise<(text: string) => number> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const estimator = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return (text) => estimator.check(text).score;
}

let estimator: ReturnType<typeof makeEstimate> | undefined;

const estimate = async (text: string): Promise<number> => {
  estimator ??= makeEstimate();
  return (await estimator)(text);
};

/** 0 to 4, once the phrases that everybody knows are taken out. */
export const scoreOf = (text: string): Promise<number> => estimate(withoutCommonPhrases(text));

/** Less than the best score of the estimator, or few different characters. */
export async function isGuessable(text: string): Promise<boolean> {
  return new Set(text).size < 6 || (await estimate(text)) < BEST_SCORE;
}

/**
 * Takes out phrases everybody knows, in the languages of the interface: the
 * estimator knows English only and thinks a verse in Urdu or a slogan strong.
 */
export function withoutCommonPhrases(text: string): string {
  let left = fold(text);
  for (const phrase of FOLDED) left = left.replaceAll(phrase, '');
  return left.length === fold(text).length ? text : left;
}

/** Small letters and digits only, no spaces, marks or signs. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[\u0643\u06aa]/gu, '\u06a9')
    .replaceAll(/[\u064a\u0649]/gu, '\u06cc')
    .replaceAll(/[\u0629\u06c3\u06c0\u0647\u06d5]/gu, '\u06c1');

const FOLDED = COMMON_PHRASES.map(fold).sort((a, b) => b.length - a.length);
