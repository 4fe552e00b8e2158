import { LevelFormat, type ILevelsOptions, type IPropertiesOptions } from 'docx';
import { LATIN, NASKH } from './fonts';

/** Ink of a paper. Colour only says how a clock stands or that two values disagree; a word always says it too. */
export const INK = {
  text: '171F28',
  quiet: '59616B',
  rule: 'BBBFB7',
  strongRule: '59616B',
  breached: '951F1D',
  due: '7A4702',
  met: '1E5A38',
  unknown: '315265',
  conflict: '633481',
} as const;

/** The Word styles a paper uses, with their size in half-points. Whoever edits the paper changes the style. */
export const SIZE = {
  Normal: 21,
  Title: 34,
  Subtitle: 22,
  Heading1: 25,
  Heading2: 22,
  Lead: 25,
  CellText: 19,
  CellHead: 17,
  CellLabel: 17,
  Note: 17,
  Step: 19,
  Furniture: 16,
} as const;
export type StyleId = keyof typeof SIZE;

const HEADINGS = 'headings';
export const STEPS = 'steps';

const level = (
  index: number,
  format: ILevelsOptions['format'],
  text: string,
  left: number,
  hanging: number,
): ILevelsOptions => ({
  level: index,
  ...(format === undefined ? {} : { format }),
  text,
  start: 1,
  style: { paragraph: { indent: { left, hanging } } },
});

export const NUMBERING: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: HEADINGS,
      levels: [
        level(0, LevelFormat.DECIMAL, '%1.', 560, 560),
        level(1, LevelFormat.DECIMAL, '%1.%2', 560, 560),
      ],
    },
    {
      reference: STEPS,
      levels: [
        level(0, LevelFormat.DECIMAL, '%1.', 840, 360),
        level(1, LevelFormat.LOWER_LETTER, '(%2)', 1200, 360),
      ],
    },
  ],
};

const run = (id: StyleId, more: object = {}): object => ({
  size: SIZE[id],
  sizeComplexScript: SIZE[id],
  color: INK.text,
  ...more,
});
const bold = { bold: true, boldComplexScript: true };
const quiet = { color: INK.quiet };

const heading = (id: 'Heading1' | 'Heading2', before: number, after: number, depth: number) => ({
  run: run(id, bold),
  paragraph: {
    spacing: { before, after },
    keepNext: true,
    keepLines: true,
    outlineLevel: depth,
    numbering: { reference: HEADINGS, level: depth },
  },
});

const custom = (id: StyleId, name: string, runMore: object, paragraph: object) => ({
  id,
  name,
  basedOn: 'Normal',
  next: id,
  quickFormat: true,
  run: run(id, runMore),
  paragraph,
});

export const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: {
        font: { ascii: LATIN, hAnsi: LATIN, eastAsia: LATIN, cs: NASKH },
        size: SIZE.Normal,
        sizeComplexScript: SIZE.Normal,
        color: INK.text,
        language: { value: 'en-GB', bidirectional: 'ur-PK' },
      },
      paragraph: { spacing: { after: 100, line: 276 } },
    },
    title: {
      run: run('Title', bold),
      paragraph: { spacing: { before: 0, after: 80 }, keepNext: true },
    },
    heading1: heading('Heading1', 340, 100, 0),
    heading2: heading('Heading2', 220, 80, 1),
  },
  paragraphStyles: [
    custom('Subtitle', 'Subtitle', quiet, { spacing: { after: 160 }, keepNext: true }),
    custom('Lead', 'Lead', bold, { spacing: { before: 0, after: 0, line: 264 } }),
    custom('CellText', 'Cell text', {}, { spacing: { before: 30, after: 30, line: 252 } }),
    custom('CellHead', 'Cell heading', quiet, {
      spacing: { before: 30, after: 30, line: 240 },
      keepNext: true,
    }),
    custom('CellLabel', 'Cell label', quiet, { spacing: { before: 30, after: 30, line: 252 } }),
    custom('Note', 'Note', quiet, { spacing: { before: 20, after: 80, line: 252 } }),
    custom('Step', 'Step', {}, { spacing: { before: 0, after: 40, line: 252 }, keepLines: true }),
    custom('Furniture', 'Furniture', quiet, { spacing: { before: 0, after: 0, line: 240 } }),
  ],
};
