import { beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { memoryReader, testId, type PlainRecord } from '#tests/fixtures/memory-reader';
import { partsOf, sampleBrief } from '#tests/fixtures/papers';
import { IDS, SAMPLE_CASE } from '#tests/fixtures/sample-case';
import { all, first, val, xmlTree, type XmlNode } from '#tests/fixtures/xml-tree';

let document: XmlNode;
let parts: Readonly<Record<string, string>>;
const paragraphs = (): XmlNode[] => all(document, 'w:p');
const styled = (style: string): string[] =>
  paragraphs()
    .filter((one) => val(one, 'w:pStyle') === style)
    .map((one) => one.text);
const textOf = async (changes: Parameters<typeof sampleBrief>[0]): Promise<string> =>
  all(xmlTree(partsOf((await sampleBrief(changes)).bytes)['word/document.xml'] ?? ''), 'w:p')
    .map((one) => one.text)
    .join('\n');
const withRecords = (...more: PlainRecord[]) => memoryReader([...SAMPLE_CASE, ...more]);

beforeAll(async () => {
  parts = partsOf((await sampleBrief()).bytes);
  document = xmlTree(parts['word/document.xml'] ?? '');
});

describe('the form of a brief', () => {
  it('has the headings of T-BRIEF in order, as Word headings', () => {
    expect(styled('Title')).toEqual(['Case brief']);
    expect(styled('Heading1')).toEqual([
      'Identity',
      'The case in a paragraph',
      'Custody and next date',
      'Legal regime and charges',
      'Clocks',
      'Parties and co-accused',
      'Hearings and delay',
      'Orders so far',
      'Strengths and gaps',
      'Evidence and documents',
      'Pending tasks',
      'Health and safety',
      'Open questions',
    ]);
  });

  it('numbers headings on two levels through their styles', () => {
    const styles = all(xmlTree(parts['word/styles.xml'] ?? ''), 'w:style');
    const list = (id: string): XmlNode | undefined =>
      first(
        styles.find((style) => style.attributes['w:styleId'] === id),
        'w:numPr',
      );
    expect(val(list('Heading1'), 'w:numId')).toBe(val(list('Heading2'), 'w:numId'));
    expect(val(list('Heading2'), 'w:ilvl')).toBe('1');
    const numbering = xmlTree(parts['word/numbering.xml'] ?? '');
    const formats = all(numbering, 'w:lvlText').map((level) => level.attributes['w:val']);
    expect(formats).toEqual(expect.arrayContaining(['%1.', '%1.%2']));
  });

  it('starts the reasoning of each clock at one', () => {
    const lists = paragraphs()
      .filter((one) => val(one, 'w:pStyle') === 'Step')
      .map((one) => val(one, 'w:numId'));
    expect(lists).toHaveLength(4);
    expect(new Set(lists).size).toBe(3);
  });

  it('repeats the head of every list, keeps rows whole and widths fixed', () => {
    const tables = all(document, 'w:tbl');
    const lists = tables.filter((table) => first(table, 'w:tblHeader') !== undefined);
    expect(lists.length).toBeGreaterThanOrEqual(9);
    for (const table of tables) {
      expect(first(table, 'w:tblLayout')?.attributes['w:type']).toBe('fixed');
      const widths = all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11_906 - 1440 - 2160);
      for (const row of all(table, 'w:tr')) expect(first(row, 'w:cantSplit')).toBeDefined();
    }
    for (const table of lists) {
      const [head, ...rows] = all(table, 'w:tr');
      expect(first(head, 'w:tblHeader')).toBeDefined();
      for (const row of rows) expect(first(row, 'w:tblHeader')).toBeUndefined();
    }
  });

  it('lets a row longer than a page break', async () => {
    const long = {
      id: testId(999),
      kind: 'order',
      fields: { case: IDS.case, gist: 'word '.repeat(3000).trim() },
    } as const;
    const { bytes } = await sampleBrief({ reader: withRecords(long) });
    const rows = all(xmlTree(partsOf(bytes)['word/document.xml'] ?? ''), 'w:tr');
    expect(rows.filter((row) => first(row, 'w:cantSplit') === undefined)).toHaveLength(1);
  });

  it('counts pages in the foot and says who may read it at the head', () => {
    const foot = xmlTree(parts['word/footer1.xml'] ?? '');
    expect(all(foot, 'w:instrText').map((field) => field.text.trim())).toEqual([
      'PAGE',
      'NUMPAGES',
    ]);
    expect(foot.children[1]?.text).toMatch(/^Case brief as of 24\.11\.2025Page .* of /u);
    expect(parts['word/header1.xml']).toContain('CONFIDENTIAL. Privileged');
  });

  it.each([
    ['a4', '11906', '16838'],
    ['legal', '12240', '20160'],
  ] as const)('is set on %s with a wide margin for binding', async (paper, width, height) => {
    const { bytes } = await sampleBrief({ paper });
    const page = xmlTree(partsOf(bytes)['word/document.xml'] ?? '');
    expect(first(page, 'w:pgSz')?.attributes).toMatchObject({ 'w:w': width, 'w:h': height });
    expect(first(page, 'w:pgMar')?.attributes).toMatchObject({
      'w:left': '2160',
      'w:right': '1440',
      'w:top': '1440',
    });
  });

  it('takes other margins', async () => {
    const { bytes } = await sampleBrief({
      margins: { top: 1134, right: 2268, bottom: 1134, left: 2268 },
    });
    const page = xmlTree(partsOf(bytes)['word/document.xml'] ?? '');
    expect(first(page, 'w:pgMar')?.attributes).toMatchObject({ 'w:left': '2268', 'w:top': '1134' });
  });
});

describe('Urdu in a brief', () => {
  it('is marked right to left, with its own face and size, inside an English line', () => {
    const runs = all(document, 'w:r').filter((run) => run.text === 'کریم خیالی');
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      expect(first(run, 'w:rtl')).toBeDefined();
      expect(first(run, 'w:rFonts')?.attributes['w:cs']).toBe('Noto Naskh Arabic');
      expect(Number(val(run, 'w:szCs'))).toBeGreaterThan(18);
      expect(first(run, 'w:lang')?.attributes['w:bidi']).toBe('ur-PK');
    }
  });

  it('makes a paragraph of its own run right to left, in Nastaliq', () => {
    const paragraph = paragraphs().find((one) => one.text.startsWith('ملزمان'));
    expect(first(paragraph, 'w:bidi')).toBeDefined();
    expect(first(paragraph, 'w:rFonts')?.attributes['w:cs']).toBe('Noto Nastaliq Urdu');
    expect(paragraphs().filter((one) => first(one, 'w:bidi') !== undefined)).toHaveLength(1);
  });

  it('names what stands in for a face that is missing', () => {
    const fonts = all(xmlTree(parts['word/fontTable.xml'] ?? ''), 'w:font');
    expect(fonts.map((font) => font.attributes['w:name'])).toContain('Noto Nastaliq Urdu');
    for (const font of fonts) expect(val(font, 'w:altName')).not.toBe('');
  });
});

describe('what a brief says', () => {
  it('prints fields nobody filled as blanks', async () => {
    const bare = memoryReader([{ kind: 'case', id: IDS.case, fields: {} }]);
    const text = await textOf({ reader: bare });
    expect(text).toContain(
      'FIR No. [____] was recorded on [____] at Police Station [____], District [____].',
    );
    expect(text).toContain('Stage: [____]; the case is [____].');
    expect(text).toContain('No next date is recorded. The court file has to be checked.');
  });

  it('is about all who are held, the others by name and role only', async () => {
    const text = await textOf({});
    expect(text).toContain('Zainab Dastani');
    expect(text).toMatch(/Co-accused[\s\S]*Jan Farzi\nCarried a banner/u);
    const one = await textOf({
      subject: { type: 'case', id: IDS.case, accused: IDS.accusedZainab },
    });
    expect(one).not.toContain('District Jail Misalabad');
    expect(one).toMatch(/Co-accused[\s\S]*Karim Khayali/u);
  });

  it('can be about one person', async () => {
    const text = await textOf({ subject: { type: 'person', id: IDS.karim } });
    expect(text).toContain('State v. Karim Khayali and others, FIR No. 121/2025');
    expect(text).toContain('District Jail Misalabad');
  });

  it('counts custody with start, end and method', async () => {
    const text = await textOf({});
    expect(text).toContain(
      'From 14.05.2025, 10:30 hours to 24.11.2025: 194 days (first day not counted), 195 days (first day counted).',
    );
    expect(text).toContain('177 to 207 days');
    expect(text).toContain('Rules over this custody: PK-24H, PK-497-STAT.');
  });

  it('prints flags from the pack, and passes an unknown section on as it was typed', async () => {
    const text = await textOf({});
    expect(text).toContain('Defence check: complaint by order of Government (CrPC 196)');
    expect(text).toContain('s. 9-Z Imaginary Act 1999');
    expect(text).toContain('Not in the table of sections: as typed, flags to be checked');
  });

  it('says how clocks stand in a word and a colour, with reasoning and basis', async () => {
    const run = all(document, 'w:r').find((one) => one.text === 'BREACHED');
    expect(val(run, 'w:color')).toBe('951F1D');
    const text = await textOf({});
    expect(text).toContain('produced 16.05.2025, 10:00 hours: breached by 21 h 30 min');
    expect(text).toContain(
      'Basis: Const. 10(2); CrPC 61. Rule PK-24H, confidence H, law as of 31.12.2025.',
    );
    expect(text.match(/This table helps counsel/gu)?.length).toBeGreaterThan(0);
  });

  it('adds up delay by who caused it', async () => {
    const text = await textOf({});
    expect(text).toContain('The prosecution\n1\n42');
    expect(text).toContain('The court\n1\n42');
    expect(text).toContain('Total\n2\n84');
    expect(text).toContain('Witness absent; by the prosecution\n42 days to the next date');
  });

  it('shows rival claims and open conflicts with both values', async () => {
    const text = await textOf({});
    const open = text.slice(text.indexOf('Open questions'));
    expect(open).toContain('14.05.2025, 21:40 hours');
    expect(open).toContain('Two versions of the file disagree; not settled');
    expect(open).toContain('about 13.05.2025');
    expect(open).toContain('preferred: FIR and arrest memo agree');
    expect(text.slice(0, text.indexOf('Identity'))).toContain('Not settled');
  });

  it('leaves done tasks out and dates the rest', async () => {
    const text = await textOf({});
    expect(text).toContain('28.11.2025\nApply for certified copy\nNadia Afsanvi');
    expect(text).not.toContain('Meet the family');
  });

  it('calls it out when someone is inside with no open hold', async () => {
    const lone: PlainRecord[] = [
      {
        kind: 'person',
        id: testId(300),
        fields: { names: [{ text: 'Misal Tamsili', kind: 'legal' }] },
      },
      {
        kind: 'placement',
        id: testId(301),
        fields: { person: testId(300), type: 'policeStation', place: 'City' },
      },
    ];
    const text = await textOf({
      reader: withRecords(...lone),
      subject: { type: 'person', id: testId(300) },
    });
    expect(text).toContain('Inside with no open legal basis recorded');
  });

  it('counts the days of someone inside with no open hold by the place they are in', async () => {
    const lone: PlainRecord[] = [
      { kind: 'person', id: testId(300), fields: {} },
      {
        kind: 'hold',
        id: testId(301),
        fields: {
          person: testId(300),
          type: 'arrest',
          from: { edtf: '2025-11-01' },
          until: { edtf: '2025-11-10' },
        },
      },
      {
        kind: 'placement',
        id: testId(302),
        fields: { person: testId(300), type: 'jail', from: { edtf: '2025-11-02' } },
      },
    ];
    const text = await textOf({
      reader: withRecords(...lone),
      subject: { type: 'person', id: testId(300) },
    });
    expect(text).toContain('From 01.11.2025 to 24.11.2025: 23 days');
  });

  it('is about the people of a detention order, where nobody is accused', async () => {
    const detention: PlainRecord[] = [
      { kind: 'case', id: testId(400), fields: { regime: 'preventive' } },
      {
        kind: 'person',
        id: testId(401),
        fields: { names: [{ text: 'Misal Tamsili', kind: 'legal' }] },
      },
      {
        kind: 'order',
        id: testId(402),
        fields: {
          case: testId(400),
          type: 'detention',
          number: 'MPO-7',
          authority: 'Deputy Commissioner',
          statute: 'MPO s. 3',
          on: { edtf: '2025-11-02' },
          persons: [{ person: testId(401) }],
        },
      },
    ];
    const text = await textOf({
      reader: withRecords(...detention),
      subject: { type: 'case', id: testId(400) },
    });
    expect(text).toContain('Misal Tamsili: served [____]');
    expect(text).toContain(
      'Detention order No. MPO-7 was made on 02.11.2025 by Deputy Commissioner under MPO s. 3.',
    );
  });

  it('has a name that names nobody', async () => {
    expect((await sampleBrief()).fileName).toBe('brief-2025-11-24.docx');
  });

  it('refuses a subject that is not in the file', async () => {
    const making = sampleBrief({ subject: { type: 'case', id: testId(4242) } });
    await expect(making).rejects.toSatisfy((error) => isAppError(error, 'input/not-found'));
    const foreign = sampleBrief({ subject: { type: 'case', id: IDS.case, accused: testId(4242) } });
    await expect(foreign).rejects.toSatisfy((error) => isAppError(error, 'input/not-found'));
  });
});
