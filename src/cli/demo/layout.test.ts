import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandText, outputText, paragraph } from './layout';

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('the layout of the demo', () => {
  it('breaks a command so that a shell still reads the same words', () => {
    const words = [
      'attach',
      'resources/samples/files/a name with spaces.txt',
      '--title',
      "Sample: the father's note, “نمونہ” $HOME `x`",
      '--vault',
      'rihai-demo/vault',
      '--passphrase-file',
      'rihai-demo/passphrase.txt',
    ];
    const text = commandText(words, '$ ');
    expect(widest(text)).toBeLessThanOrEqual(100);
    const script = text.replace('$ npx rihai', "printf '%s\\n'");
    const read = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(read.trimEnd().split('\n')).toEqual(words);
  });

  it('keeps what a command printed narrow, and its words in order', () => {
    const text = `  ${'word '.repeat(60)}end`;
    const shown = outputText(text);
    expect(widest(shown)).toBeLessThanOrEqual(100);
    expect(shown.split(/\s+/u).filter(Boolean)).toEqual(text.split(/\s+/u).filter(Boolean));
  });

  it('breaks a word that is longer than a line instead of looping', () => {
    expect(widest(outputText('x'.repeat(500)))).toBeLessThanOrEqual(100);
  });

  it('goes on under the value of a name, and cuts ids to what a command needs', () => {
    const id = '2d3f8b9f-3f70-8d1a-88b5-1bf70f20023f';
    const lines = outputText(`    basis       ${'word '.repeat(30)}${id}`)
      .trimEnd()
      .split('\n');
    expect(lines[1]?.search(/\S/u)).toBe(lines[0]?.indexOf('word'));
    expect(lines.at(-1)).toMatch(/2d3f8b9f-3f70$/u);
  });

  it('sets running text without a deeper indent', () => {
    const lines = paragraph('word '.repeat(60)).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => line.startsWith('word'))).toBe(true);
  });
});
