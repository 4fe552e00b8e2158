import { zipSync } from 'fflate';
import { utf8 } from '#core/kernel/bytes';
import { officeText } from '#reading/office';
import { docxOf } from '#tests/fixtures/office';
import type { Target } from './targets';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const codes = [
  'read/damaged',
  'read/limit',
  'read/doctype',
  'read/encrypted',
  'read/kind',
] as const;

/** A Word file as it comes: whatever of it is taken says what one of the samples says. */
function archive(): Target {
  const texts = ['Sample letter to the court. '.repeat(20), 'محمد خیالی'];
  const samples = [docxOf(texts), docxOf(texts.slice(1), { 'word/settings.xml': '<settings/>' })];
  const known = new Set(samples.map((sample) => officeText(sample, WORD)));
  return {
    ...{ name: 'office archive', codes, samples },
    takes: (bytes) => {
      if (!known.has(officeText(bytes, WORD))) throw new Error('other words than were written');
      return true;
    },
  };
}

const PARTS = [
  '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t xml:space="preserve">Sample &amp; &#x627;</w:t><w:tab/></w:r></w:p></w:body></w:document>',
  '<?xml version="1.0"?><w:document xmlns:w="w"><!-- none --><w:body><w:p><w:r><w:t><![CDATA[a < b]]></w:t><w:br w:type="page"/></w:r></w:p></w:body></w:document>',
];

/** The XML inside, in an archive that is whole. */
const inside = (): Target => ({
  ...{ name: 'office XML', codes, samples: PARTS.map(utf8) },
  takes: (bytes) => {
    officeText(zipSync({ 'word/document.xml': bytes }, { level: 0 }), WORD);
    return true;
  },
});

/** The readers of office files; in the program they run in a process of their own. */
export const readingTargets = (): readonly Target[] => [archive(), inside()];
