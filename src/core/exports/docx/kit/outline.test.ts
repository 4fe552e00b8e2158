import { expect, it } from 'vitest';
import { sampleBrief } from '#tests/fixtures/papers';
import { outlineOf } from './outline';

it('reads a brief line by line: headings, rows of tables, and the blanks to be filled', async () => {
  const { bytes } = await sampleBrief();
  const { lines, blanks } = outlineOf(bytes);
  expect(lines.some(({ style }) => style.startsWith('Heading'))).toBe(true);
  expect(lines.some(({ cells }) => cells.length > 1)).toBe(true);
  expect(lines.flatMap(({ cells }) => cells).some((text) => /<w:|&amp;/u.test(text))).toBe(false);
  const printed = lines.flatMap(({ cells }) => cells).join('\n');
  expect(blanks).toBe(printed.split('[____]').length - 1);
});
