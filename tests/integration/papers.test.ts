import { beforeAll, describe, expect, it } from 'vitest';
import { printed, sampleBrief, validateParts, type Printed } from '#tests/fixtures/papers';
import { PROFILES } from '#core/exports/docx/templates/brief/index';
import { IDS } from '#tests/fixtures/sample-case';

const PAGE = { a4: [595.3, 841.9], legal: [612, 1008] } as const;

/** Marks of direction that pdftotext sets around Arabic script are no part of the text. */
const plain = (text: string): string =>
  text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

describe.each(['a4', 'legal'] as const)('a brief on %s paper, printed by LibreOffice', (paper) => {
  let paperOut: Printed;
  let text: string;
  beforeAll(async () => {
    const { bytes } = await sampleBrief({ paper });
    paperOut = printed(bytes);
    text = plain(paperOut.text);
  });

  it('has the size of the paper asked for', () => {
    const [width, height] = PAGE[paper];
    expect(paperOut.width).toBeCloseTo(width, 0);
    expect(paperOut.height).toBeCloseTo(height, 0);
  });

  it('numbers every page as x of y', () => {
    expect(paperOut.pages).toBeGreaterThan(1);
    for (let page = 1; page <= paperOut.pages; page++) {
      expect(text).toContain(`Page ${page} of ${paperOut.pages}`);
    }
  });

  it('names everyone in both scripts', () => {
    for (const name of [
      'Karim Khayali',
      'Zainab Dastani',
      'Nadia Afsanvi',
      'Wali Hikayati',
      'Jan Farzi',
    ]) {
      expect(text).toContain(name);
    }
    expect(text).toContain('کریم خیالی');
    expect(text).toContain('زینب داستانی');
  });

  it('writes dates as courts do and partial ones as what they are', () => {
    expect(text).toContain('03.12.2025, 09:30 hours');
    expect(text).toContain('May 2025');
    expect(text).toContain('about 13.05.2025');
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/u);
  });

  it('shows next date, custody and running clocks on page one', () => {
    const [first = ''] = text.split('\f');
    expect(first).toContain('Next date');
    expect(first).toContain('03.12.2025');
    expect(first).toContain('In custody');
    expect(first).toContain('BREACHED');
    expect(first).toContain('RUNNING');
  });

  it('carries the banner on every page', () => {
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    expect(pages).toHaveLength(paperOut.pages);
    for (const page of pages) expect(page).toContain('CONFIDENTIAL');
  });

  it('numbers its headings', () => {
    expect(text).toMatch(/1\.\s+Identity/u);
    expect(text).toMatch(/1\.2\s+Zainab Dastani/u);
    expect(text).toMatch(/13\.\s+Open questions/u);
  });
});

describe('every part of a brief', () => {
  it.each(PROFILES)('of the %s profile is valid by the standard', async (profile) => {
    const { bytes } = await sampleBrief({ profile });
    const parts = validateParts(bytes);
    expect(parts).toEqual(
      expect.arrayContaining([
        '[Content_Types].xml',
        'word/document.xml',
        'word/numbering.xml',
        'word/styles.xml',
      ]),
    );
  });

  it('is valid for a person, on legal paper', async () => {
    const { bytes } = await sampleBrief({
      paper: 'legal',
      subject: { type: 'person', id: IDS.karim },
    });
    expect(validateParts(bytes)).toContain('word/footer1.xml');
  });
});
