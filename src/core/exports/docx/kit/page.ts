export type Paper = 'a4' | 'legal';

/** In twips (1/1440 inch), as Word keeps them. */
export type Margins = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

const INCH = 1440;

const SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 11_906, height: 16_838 },
  legal: { width: 8.5 * INCH, height: 14 * INCH },
};

/** The file is bound at the left, so the left margin is wider: customary, and to be changed per court. */
const COURT_MARGINS: Margins = { top: INCH, right: INCH, bottom: INCH, left: 1.5 * INCH };

export type Page = {
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  /** Width of the lines of text, in twips. */
  readonly textWidth: number;
};

export function pageOf(paper: Paper, margins: Margins = COURT_MARGINS): Page {
  const size = SIZES[paper];
  return { ...size, margins, textWidth: size.width - margins.left - margins.right };
}
