import { describe, expect, it } from 'vitest';
import { readXml, xmlText } from './xml';

const refused = (code: string) => expect.objectContaining({ code }) as Error;

/** What is told of a text, in order. */
function told(text: string): readonly string[] {
  const all: string[] = [];
  readXml(text, {
    open: (name, attribute) => all.push(`<${name} ${attribute('id') ?? ''}>`),
    close: (name) => all.push(`</${name}>`),
    text: (said) => all.push(said),
  });
  return all;
}

describe('XML', () => {
  it('is told in its order, names without their prefix', () => {
    expect(
      told(
        '<?xml version="1.0"?><!-- a --><a:one id = \'1\'>x<b/><c id="&lt;&#65;">y</c></a:one>\n',
      ),
    ).toEqual(['<one 1>', 'x', '<b >', '</b>', '<c <A>', 'y', '</c>', '</one>']);
  });

  it('has the five references that need no declaration, numbers, and plain parts', () => {
    expect(told('<a>&lt;&gt;&amp;&quot;&apos;&#x645;&#128512;<![CDATA[<&]]></a>')).toEqual([
      '<a >',
      '<>&"\'م😀',
      '<&',
      '</a>',
    ]);
  });

  it.each([
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<a><!ENTITY x "y"></a>',
    '<!ELEMENT a ANY><a/>',
  ])('with a declaration is refused: %s', (text) => {
    expect(() => told(text)).toThrow(refused('read/doctype'));
  });

  it.each([
    '<a>',
    '<a></b>',
    '</a>',
    '<a><b></a></b>',
    '<a',
    '<a b>',
    '<a b=c/>',
    '<a b="</a>',
    '<a>&x;</a>',
    '<a>&amp</a>',
    '<a>&#0;</a>',
    '<a>&#xd800;</a>',
    '<a>&#x110000;</a>',
    '<a>&</a>',
    '<!-- <a/>',
    '<a><![CDATA[</a>',
    '<?xml <a/>',
    'text <a/>',
    '<a/> text',
    '< a/>',
  ])('that is not well formed is damaged: %s', (text) => {
    expect(() => told(text)).toThrow(refused('read/damaged'));
  });

  it('may be nested 256 deep and no deeper', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(told(nested(256))).toHaveLength(512);
    expect(() => told(nested(257))).toThrow(refused('read/limit'));
  });

  it('is UTF-8 or marked UTF-16, and nothing that only nearly is', () => {
    expect(xmlText(new TextEncoder().encode('\ufeffمحمد'))).toBe('محمد');
    expect(xmlText(Buffer.from('\ufeffمحمد', 'utf16le'))).toBe('محمد');
    expect(() => xmlText(new Uint8Array([0x3c, 0xff, 0x3e]))).toThrow(refused('read/damaged'));
  });
});
