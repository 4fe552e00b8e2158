import { zipSync, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { partsOf, sampleBrief } from '#tests/fixtures/papers';
import { partBytes, readPackage, writePackage } from './package';
import { scanPaper } from './scan';
import { seal } from './seal';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A package as an office program leaves it: with who, when and what in it. */
const USED = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/docProps/core.xml" ContentType="x"/><Override PartName="/word/document.xml" ContentType="y"/></Types>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${R}/core" Target="docProps/core.xml"/></Relationships>`,
  'docProps/core.xml':
    '<x><creator>Someone Khayali</creator><created>2025-05-14T10:30:00Z</created></x>',
  'docProps/custom.xml': '<x/>',
  'word/document.xml': `<w:document ${W} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><!-- made by a tool --><w:body><w:p w:rsidR="00AB12CD" w14:paraId="5A5A5A5A"><w:bookmarkStart w:id="873264" w:name="b"/><w:r><w:t>w:rsidR="kept text"</w:t></w:r><w:bookmarkEnd w:id="873264"/></w:p></w:body></w:document>`,
  'word/settings.xml': `<w:settings ${W}><w:rsids><w:rsidRoot w:val="00AB12CD"/><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>`,
};
type Name = keyof typeof USED;

const packed = (
  changes: Partial<Record<Name | (string & {}), string>> = {},
  mtime = '2025-05-14T10:30',
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...USED, ...changes }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
    { mtime },
  );

const clean = (): Map<string, Uint8Array> => new Map(readPackage(seal(packed())));
const scanned = (change: (parts: Map<string, Uint8Array>) => void): string[] => {
  const parts = clean();
  change(parts);
  return scanPaper(writePackage(parts)).map((leftover) => leftover.what);
};
const body = (xml: string): string => `<w:document ${W}><w:body>${xml}</w:body></w:document>`;

describe('sealing a paper', () => {
  it('takes out author, times, revision and random ids, comments and tool parts', () => {
    const parts = partsOf(seal(packed()));
    const all = JSON.stringify(parts);
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/settings.xml',
    ]);
    for (const trace of [
      'Khayali',
      '2025-05-14',
      '00AB12CD',
      '5A5A5A5A',
      'made by',
      '873264',
      'core',
      'png',
      'w14',
    ]) {
      expect(all).not.toContain(trace);
    }
  });

  it('leaves what the lawyer wrote as it is', () => {
    expect(partsOf(seal(packed()))['word/document.xml']).toContain(
      '<w:t>w:rsidR="kept text"</w:t>',
    );
  });

  it('keeps both ends of a bookmark together', () => {
    const xml = partsOf(seal(packed()))['word/document.xml'];
    expect(xml).toContain('<w:bookmarkStart w:id="1"');
    expect(xml).toContain('<w:bookmarkEnd w:id="1"');
  });

  it('gives the same bytes whenever and in whatever order the package was made', () => {
    const other = zipSync(Object.fromEntries(Object.entries(unzipSync(packed())).reverse()), {
      mtime: '2026-01-02T03:04',
      level: 0,
    });
    expect(seal(other)).toEqual(seal(packed()));
    expect(seal(seal(packed()))).toEqual(seal(packed()));
  });

  it('gives equal bytes for a brief made twice', async () => {
    const [first, second] = [await sampleBrief(), await sampleBrief()];
    expect(first.bytes).toEqual(second.bytes);
  });

  it('refuses what it cannot clean, and says where', () => {
    const tracked = packed({
      'word/document.xml': body('<w:ins w:id="1" w:author="Someone"><w:r/></w:ins>'),
    });
    expect(() => seal(tracked)).toThrow(
      expect.toSatisfy(
        (error) =>
          isAppError(error, 'export/not-clean') && error.params['part'] === 'word/document.xml',
      ) as Error,
    );
  });
});

describe('scanning a finished paper', () => {
  it('finds nothing in a sealed one', () => {
    expect(scanned(() => undefined)).toEqual([]);
  });

  it.each([
    ['an author', '<w:p w:author="Someone"/>', 'attribute'],
    ['a revision id', '<w:p w:rsidRDefault="00AB12CD"/>', 'attribute'],
    ['a paragraph id', '<w:p w14:paraId="5A5A5A5A"/>', 'attribute'],
    ['a tracked deletion', '<w:del><w:r/></w:del>', 'element'],
    ['hidden text', '<w:rPr><w:vanish/></w:rPr>', 'element'],
    ['a template', '<w:attachedTemplate r:id="rId1"/>', 'element'],
    ['a time', '<w:x w:val="2025-05-14T10:30:00Z"/>', 'time'],
    ['a record id', '<w:x w:val="01900000-0000-7000-8000-000000000001"/>', 'id'],
    ['a path of the machine', '<w:x w:val="/home/someone/brief.docx"/>', 'path'],
    ['a link to outside', '<Relationship TargetMode="External"/>', 'link'],
    ['a comment', '<!-- x -->', 'comment'],
  ])('finds %s', (_, xml, what) => {
    expect(scanned((parts) => parts.set('word/document.xml', partBytes(body(xml))))).toContain(
      what,
    );
  });

  it('finds a part that no paper has', () => {
    expect(scanned((parts) => parts.set('docProps/core.xml', partBytes('<x/>')))).toEqual(['part']);
    expect(scanned((parts) => parts.set('word/media/photo.jpg', partBytes('x')))).toEqual(['part']);
  });

  it('finds the times of a ZIP that was not sealed', () => {
    const parts = Object.fromEntries(clean());
    const found = scanPaper(zipSync(parts, { mtime: '2025-05-14T10:30' }));
    expect(found.map((leftover) => leftover.what)).toEqual(Object.keys(parts).map(() => 'time'));
  });

  it('finds extra fields and comments of a ZIP', () => {
    const parts = Object.fromEntries(
      [...clean()].map(([name, bytes]) => [
        name,
        [bytes, { comment: 'x', mtime: new Date(1980, 0, 1) }] as const,
      ]),
    );
    expect(scanPaper(zipSync(parts as never)).map((leftover) => leftover.what)).toContain('extra');
  });
});
