import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { T } from '#i18n';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import text from '../text/text.module.css';
import css from './HearingChain.module.css';

/**
 * `held`: something was done. `adjourned`: with its cause and the days lost.
 * `open`: it was to be, and nobody has said what came of it. `next`: what comes.
 */
export type ChainKind = 'held' | 'adjourned' | 'open' | 'next';

export type ChainHearing = {
  readonly id: string;
  readonly kind: ChainKind;
  /** The date as written in the margin. */
  readonly on: ReactNode;
  /** Beneath the date: the year, or `in 7 days`. */
  readonly onNote?: ReactNode;
  /** What it was fixed for. */
  readonly purpose?: ReactNode;
  readonly outcome: ReactNode;
  /** Cause and days lost, or who goes and what to bring. */
  readonly note?: ReactNode;
};

const SPOKEN = {
  held: 'ui.chain.held',
  adjourned: 'ui.chain.adjourned',
  open: 'ui.chain.open',
  next: 'ui.chain.next',
} as const;

/** Hearings hung on the line of a sheet: filled, hollow, dotted. Put it inside a Sheet. */
export function HearingChain({ hearings }: { readonly hearings: readonly ChainHearing[] }) {
  return (
    <ol>
      {hearings.map((hearing) => (
        <li key={hearing.id} className={cx(css.node, css[hearing.kind])}>
          <div className={css.margin}>
            <bdi>{hearing.on}</bdi>
            {hearing.onNote !== undefined && <span className={css.under}>{hearing.onNote}</span>}
          </div>
          <div className={css.matter}>
            <span className={text.hidden}>
              <T id={SPOKEN[hearing.kind]} />{' '}
            </span>
            {hearing.purpose !== undefined && (
              <>
                <span className={text.quiet}>{hearing.purpose}</span>{' '}
                <span className={css.arrow}>
                  <Icon of={ArrowRight} size="s" isMirrored />
                </span>{' '}
              </>
            )}
            <span className={css.outcome}>{hearing.outcome}</span>
            {hearing.note !== undefined && <p className={css.note}>{hearing.note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
