import { Ban, CircleHelp, Siren, ShieldCheck, TriangleAlert, type LucideIcon } from 'lucide-react';
import { Name, T } from '#i18n';
import { Chip, text, type ChipTone } from '#ui';
import { useMoments } from '../history/use-moments';
import { useLastDay } from './use-last-day';
import css from './Desks.module.css';
import type { Card } from './model';

type Standing = Card['state'] | 'seized';

const SIGNS: Readonly<Record<Standing, readonly [ChipTone, LucideIcon]>> = {
  unverified: ['unknown', CircleHelp],
  verified: ['met', ShieldCheck],
  changed: ['due', TriangleAlert],
  revoked: ['breach', Ban],
  seized: ['breach', Siren],
};

export const standingOf = ({ state, seized }: Card): Standing =>
  seized === undefined ? state : 'seized';

export function StateChip({ standing }: { readonly standing: Standing }) {
  const [tone, icon] = SIGNS[standing];
  return (
    <Chip tone={tone} icon={icon}>
      <T id={`desks.state.${standing}`} />
    </Chip>
  );
}

/** How a card stands here, since when, and what that means for bundles. */
export function CardState({ card }: { readonly card: Card }) {
  const moment = useMoments();
  const { checked } = card;
  const standing = standingOf(card);
  return (
    <div className={css.state}>
      <StateChip standing={standing} />
      {checked !== undefined && (
        <span className={text.quieter}>
          <T
            id={`desks.checked.${checked.how}`}
            values={{ when: moment(checked.atMs), by: <Name>{checked.by}</Name> }}
          />
        </span>
      )}
      <span className={text.quiet}>
        <Means card={card} />
      </span>
    </div>
  );
}

/** What passes between this desk and that; of a verified one everything. */
function Means({ card: { state, seized } }: { readonly card: Card }) {
  const moment = useMoments();
  const lastDay = useLastDay();
  if (seized !== undefined)
    return (
      <T
        id="desks.means.seized"
        values={{ trusted: lastDay(seized.lastTrustedMs), when: moment(seized.atMs) }}
      />
    );
  return state === 'verified' ? null : <T id={`desks.means.${state}`} />;
}
