import { Fragment, useId } from 'react';
import { Name, T, useText } from '#i18n';
import { cx } from '#ui';
import { hasUrdu } from '../parts/has-urdu';
import type { PaperChoice, Preview } from './paper';
import css from './Write.module.css';

/** What a blank prints as. */
const BLANK = '[____]';

/** Text of the paper with its blanks marked: they are to be filled by hand. */
function Marked({ text }: { readonly text: string }) {
  const t = useText();
  const parts = text.split(BLANK);
  return parts.map((part, at) => (
    <Fragment key={at}>
      {at > 0 && (
        <mark tabIndex={-1} className={css.blank} aria-label={t('write.blank')}>
          {BLANK}
        </mark>
      )}
      <Name>{part}</Name>
    </Fragment>
  ));
}

type Line = Preview['lines'][number];

/** Label and value, or columns alike. */
const tracksOf = (cells: number): string =>
  cells === 2 ? 'minmax(0, 9rem) minmax(0, 1fr)' : `repeat(${String(cells)}, minmax(0, 1fr))`;

function PaperLine({ line }: { readonly line: Line }) {
  const { style, cells } = line;
  if (cells.length > 1)
    return (
      <div className={css.cells} style={{ gridTemplateColumns: tracksOf(cells.length) }}>
        {cells.map((cell, at) => (
          <span key={at} className={cx(css.cell, hasUrdu(cell) && css.urdu)}>
            <Marked text={cell} />
          </span>
        ))}
      </div>
    );
  const [text = ''] = cells;
  const marked = <Marked text={text} />;
  if (style === 'Title') return <h2 className={css.title}>{marked}</h2>;
  if (style === 'Heading1') return <h3 className={css.heading}>{marked}</h3>;
  if (style === 'Heading2') return <h4 className={css.heading}>{marked}</h4>;
  return (
    <p
      className={cx(
        css.line,
        style === 'Lead' && css.lead,
        style === 'Note' && css.note,
        hasUrdu(text) && css.urdu,
      )}
    >
      {marked}
    </p>
  );
}

type Props = { readonly lines: readonly Line[]; readonly paper: PaperChoice['paper'] };

/** The paper as it will read; Word sets the pages. */
export function PaperPage({ lines, paper }: Props) {
  const label = useId();
  return (
    <section className={cx(css.page, css[paper])} aria-labelledby={label}>
      <p id={label} className={css.hidden}>
        <T id="write.page" />
      </p>
      {lines.map((line, at) => (
        <PaperLine key={at} line={line} />
      ))}
    </section>
  );
}
