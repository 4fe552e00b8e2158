import { describe, expect, it } from 'vitest';
import { partsOf, sampleBrief } from '#tests/fixtures/papers';
import { all, xmlTree } from '#tests/fixtures/xml-tree';

const textOf = async (on: string): Promise<string> => {
  const { bytes } = await sampleBrief({ asOf: { on, zone: 'Asia/Karachi' } });
  const document = xmlTree(partsOf(bytes)['word/document.xml'] ?? '');
  return all(document, 'w:p')
    .map((one) => one.text)
    .join('\n');
};

describe('a clock at a glance', () => {
  it('says of a limit broken before its day that the order goes beyond it, not that days are left', async () => {
    expect(await textOf('2025-05-14')).toContain(
      'limit 15.05.2025, 12:30 hours, what was ordered goes beyond it',
    );
  });

  it('says how long ago a broken limit was', async () => {
    expect(await textOf('2025-05-17')).toContain('limit 15.05.2025, 12:30 hours, 2 days ago');
  });
});
