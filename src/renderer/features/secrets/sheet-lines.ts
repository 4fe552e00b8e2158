import { useText, type MessageKey, type TextValues } from '#i18n';
import type { PrintLine } from '#shared/printing/messages';
import { groupsOf } from './groups';

/** Papers that open a vault: one key, or the shares of one. */
export type SecretPapers = {
  readonly papers: readonly string[];
  /** Of shares: how many of them open it. */
  readonly needed: number;
};

const IN_A_ROW = 3;

type Words = {
  readonly title: MessageKey;
  readonly what: MessageKey;
  readonly how: readonly MessageKey[];
};

const KEY: Words = {
  title: 'start.sheet',
  what: 'start.sheet.what',
  how: ['start.sheet.first', 'start.sheet.second'],
};
const SHARE: Words = {
  title: 'share.sheet',
  what: 'share.sheet.what',
  how: ['share.sheet.first', 'share.sheet.second'],
};

const rows = (groups: readonly string[]): readonly (readonly string[])[] =>
  groups.flatMap((_group, at) => (at % IN_A_ROW === 0 ? [groups.slice(at, at + IN_A_ROW)] : []));

/** The papers as they are printed, each on a sheet of its own, with its groups numbered. */
export function useSheetLines({ papers, needed }: SecretPapers): readonly PrintLine[] {
  const t = useText();
  const words = papers.length === 1 ? KEY : SHARE;
  return papers.flatMap((paper, index) => {
    const values: TextValues = { number: index + 1, of: papers.length, needed };
    const numbered = groupsOf(paper).map((group, at) => `${String(at + 1)}.   ${group}`);
    return [
      { style: 'Sheet', cells: [t(words.title, values)] },
      { style: 'Lead', cells: [t(words.what, values)] },
      ...rows(numbered).map((cells) => ({ style: 'Key', cells })),
      ...words.how.map((how, at) => ({
        style: 'Text',
        cells: [`${String(at + 1)}. ${t(how, values)}`],
      })),
      { style: 'Hand', cells: [t('start.sheet.keptBy'), t('start.sheet.printedOn')] },
    ];
  });
}
