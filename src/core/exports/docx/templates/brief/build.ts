import { banner, pageFooter } from '#core/exports/docx/kit/furniture';
import { pageOf, type Margins, type Paper } from '#core/exports/docx/kit/page';
import { renderPaper } from '#core/exports/docx/kit/render';
import { documentsPart, openPart, ordersPart, tasksPart } from './build/lists';
import {
  clocksPart,
  hearingsPart,
  meritsPart,
  partiesPart,
  regimePart,
  summaryPart,
} from './build/matters';
import { pageOne } from './build/page-one';
import { custodyPart, healthPart, identityPart } from './build/people';
import type { BriefData } from './data';
import type { ProfileName } from './profiles';
import type { Sentences } from './sentences';

export type BriefLook = {
  readonly paper: Paper;
  readonly margins?: Margins | undefined;
  readonly profile: ProfileName;
  /** Day of the paper as printed. */
  readonly asOf: string;
};

/** Sets the brief on paper, in the order of T-BRIEF; what must be seen at once comes before it. */
export function buildBrief(data: BriefData, say: Sentences, look: BriefLook): Promise<Uint8Array> {
  const page = pageOf(look.paper, look.margins);
  const width = page.textWidth;
  return renderPaper({
    page,
    header: banner(say.banner[look.profile]),
    footer: pageFooter(say.footer(look.asOf), { page: say.page, of: say.of }, width),
    body: [
      ...pageOne(data, say, width),
      ...identityPart(data, say, width),
      ...summaryPart(data, say, width),
      ...custodyPart(data, say, width),
      ...regimePart(data, say, width),
      ...clocksPart(data, say),
      ...partiesPart(data, say, width),
      ...hearingsPart(data, say, width),
      ...ordersPart(data, say, width),
      ...meritsPart(data, say, width),
      ...documentsPart(data, say, width),
      ...tasksPart(data, say, width),
      ...healthPart(data, say, width),
      ...openPart(data, say, width),
    ],
  });
}
