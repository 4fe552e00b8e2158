import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { Icon, Inspector, InspectorSection } from '#ui';
import { useToday } from '../forms';
import { ClockDue } from '../parts/ClockDue';
import { dueOf } from '../parts/due';
import { ClockWhy } from '../parts/ClockWhy';
import css from './Case.module.css';
import { foldedClocks, type FoldedClock } from './folded-clocks';
import type { CasePage } from './model';

type RowProps = {
  readonly folded: FoldedClock;
  readonly today: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

function ClockRow({ folded, today, isOpen, onToggle }: RowProps) {
  const { clock, people } = folded;
  return (
    <div className={css.clock}>
      <button type="button" className={css.clockHead} aria-expanded={isOpen} onClick={onToggle}>
        <span className={css.clockName}>{clock.label}</span>
        <Icon of={isOpen ? ChevronUp : ChevronDown} size="s" />
        <span className={css.who}>
          {people.length > 2 ? (
            <T id="case.clock.people" values={{ count: people.length }} />
          ) : (
            <Name>{people.join(', ')}</Name>
          )}
        </span>
        <ClockDue clock={dueOf(clock)} today={today} />
      </button>
      {isOpen && (
        <>
          {people.length > 2 && (
            <p className={css.names}>
              <Name>{people.join(', ')}</Name>
            </p>
          )}
          <ClockWhy clock={clock} today={today} isTitled={false} />
        </>
      )}
    </div>
  );
}

/** What runs out in this case, one limit of one cause once, with its reasoning. */
export function Clocks({ page }: { readonly page: CasePage }) {
  const t = useText();
  const today = useToday();
  const folded = foldedClocks(page.clocks);
  const [open, setOpen] = useState<string>();
  return (
    <Inspector label={t('case.clocks')}>
      <InspectorSection title={<T id="case.clocks" />} count={folded.length}>
        {folded.map((one) => (
          <ClockRow
            key={one.key}
            folded={one}
            today={today}
            isOpen={one.key === open}
            onToggle={() => {
              setOpen(one.key === open ? undefined : one.key);
            }}
          />
        ))}
        <p className={css.caveat}>
          <T id="case.clocks.caveat" />
        </p>
      </InspectorSection>
    </Inspector>
  );
}
