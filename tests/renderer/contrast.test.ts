import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/renderer/styles/tokens.css', 'utf8');

type Theme = Readonly<Record<string, string>>;

const hexesOf = (block: string): Theme =>
  Object.fromEntries(
    [...block.matchAll(/--(?<name>[\w-]+):\s*(?<hex>#[0-9a-f]{3,6})/gu)].map(({ groups }) => [
      groups?.['name'] ?? '',
      groups?.['hex'] ?? '',
    ]),
  );

/** The values of the first `:root` after a text. */
const rootAfter = (text: string): Theme => {
  const from = css.indexOf(':root {', css.indexOf(text));
  return hexesOf(css.slice(from, css.indexOf('}', from)));
};

const light = rootAfter('');
const dark = { ...light, ...rootAfter('@media (prefers-color-scheme: dark)') };

function channel(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/gu, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(long.slice(at, at + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast by WCAG 2.2, from 1 to 21. */
function contrast(theme: Theme, one: string, other: string): number {
  const [light_ = 0, dark_ = 0] = [one, other]
    .map((name) => luminance(theme[name] ?? ''))
    .sort((left, right) => right - left);
  return (light_ + 0.05) / (dark_ + 0.05);
}

const GROUNDS = ['desk', 'paper', 'paper-sunk', 'paper-raised', 'hover', 'select'];
const INKS = [
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'due-ink',
  'breach-ink',
  'met-ink',
  'info-ink',
  'conflict-ink',
];
const MARKS = ['edge', 'due-mark', 'breach-mark', 'met-mark', 'conflict-mark'];
const pairs = (left: readonly string[], right: readonly string[]) =>
  left.flatMap((one) => right.map((other) => [one, other] as const));

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, theme) => {
  it.each(pairs(INKS, GROUNDS))('%s can be read on %s', (ink, ground) => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(MARKS, GROUNDS))('%s can be seen on %s', (mark, ground) => {
    expect(contrast(theme, mark, ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(['due', 'breach', 'met', 'info', 'conflict'])('%s can be read on its wash', (name) => {
    expect(contrast(theme, `${name}-ink`, `${name}-wash`)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['accent-fill', 'accent-fill-hover', 'accent-fill-press'])(
    'a main button can be read: %s',
    (fill) => {
      expect(contrast(theme, 'on-accent', fill)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('custody labels can be read, and bars seen on paper', () => {
    expect(contrast(theme, 'custody-on-police', 'custody-police')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, 'custody-on-judicial', 'custody-judicial')).toBeGreaterThanOrEqual(4.5);
    for (const bar of ['custody-police', 'custody-judicial', 'custody-hospital'])
      expect(contrast(theme, bar, 'paper')).toBeGreaterThanOrEqual(3);
  });
});
