import { Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx';
import { LATIN, NASKH, NASTALIQ } from './fonts';
import { isMainlyRtl, splitByScript, xmlText } from './scripts';
import { SIZE, STEPS, type StyleId } from './styles';

/** What a blank field prints as: seen, and to be filled by hand. */
export const BLANK = '[____]';

type Span = {
  readonly text: string | undefined;
  readonly bold?: boolean;
  readonly color?: string;
};
/** A stretch of a line; undefined prints as a blank. */
export type Inline = string | Span | undefined;

/** Whether it is a line of several stretches. */
export const isSpans = (content: Inline | readonly Inline[]): content is readonly Inline[] =>
  Array.isArray(content);

const spanOf = (inline: Inline): Span => (typeof inline === 'object' ? inline : { text: inline });

const ltrFont = { ascii: LATIN, hAnsi: LATIN, eastAsia: LATIN, cs: NASKH };

/** Nastaliq needs more room above and below, so it is set a little smaller than Naskh. */
function rtlRun(size: number, isRtlParagraph: boolean): IRunOptions {
  const name = isRtlParagraph ? NASTALIQ : NASKH;
  return {
    rightToLeft: true,
    font: { ascii: name, hAnsi: name, eastAsia: LATIN, cs: name },
    sizeComplexScript: isRtlParagraph ? size : size + 2,
    language: { value: 'en-GB', bidirectional: 'ur-PK' },
  };
}

/** Runs of a line: Arabic script is marked as such, with its own face and size. */
function runsOf(spans: readonly Span[], size: number, isRtlParagraph: boolean): TextRun[] {
  return spans.flatMap((span) => {
    const style: IRunOptions = {
      ...(span.bold === true ? { bold: true, boldComplexScript: true } : {}),
      ...(span.color === undefined ? {} : { color: span.color }),
    };
    const text = xmlText(span.text ?? BLANK).replace(/[\t\n\r]+/gu, ' ');
    return splitByScript(text, isRtlParagraph).map(
      (run) =>
        new TextRun({
          text: run.text,
          ...style,
          ...(run.isRtl ? rtlRun(size, isRtlParagraph) : { font: ltrFont }),
        }),
    );
  });
}

export type ParaOptions = Pick<
  IParagraphOptions,
  'keepNext' | 'keepLines' | 'numbering' | 'spacing' | 'indent' | 'border'
>;

/** One paragraph of a Word style; one that is mainly Urdu runs right to left. */
export function para(
  content: Inline | readonly Inline[],
  style: StyleId = 'Normal',
  options: ParaOptions = {},
): Paragraph {
  const spans = (isSpans(content) ? content : [content]).map(spanOf);
  const isRtl = isMainlyRtl(spans.map((span) => span.text ?? '').join(''));
  return new Paragraph({
    ...options,
    ...(style === 'Normal' ? {} : { style }),
    ...(isRtl ? { bidirectional: true } : {}),
    children: runsOf(spans, SIZE[style], isRtl),
  });
}

/** Running text: each of its lines is a paragraph, empty lines are dropped. */
export function prose(text: string | undefined, style: StyleId = 'Normal'): Paragraph[] {
  const lines = (text ?? BLANK).split(/\r\n|[\n\r]/u).filter((line) => line.trim() !== '');
  return (lines.length === 0 ? [BLANK] : lines).map((line) => para(line, style));
}

/** A numbered heading of Word's own outline. */
export const heading = (text: string, depth: 1 | 2 = 1): Paragraph =>
  para(text, depth === 1 ? 'Heading1' : 'Heading2');

/** Numbered lines that start from 1 for each `list`. */
export const steps = (lines: readonly string[], list: number): Paragraph[] =>
  lines.map((line) =>
    para(line, 'Step', { numbering: { reference: STEPS, level: 0, instance: list, custom: true } }),
  );
