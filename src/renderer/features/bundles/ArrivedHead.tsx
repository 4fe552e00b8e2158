import { ShieldAlert, ShieldCheck, ShieldQuestionMark, ShieldX } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { SenderStanding } from '#shared/domain/sharing';
import { Name, T, useText } from '#i18n';
import { Checkbox, Chip, cx, SheetRow, text, type ChipTone } from '#ui';
import { useMoments } from '../history/use-moments';
import { GoLink } from '../parts/GoLink';
import { FactsRow } from '../parts/FactsRow';
import css from './Bundles.module.css';
import { asksForWord, isClosedTo, type Deciding } from './deciding';
import type { Waiting } from './model';

const SIGNS: Readonly<Record<SenderStanding, readonly [ChipTone, LucideIcon]>> = {
  own: ['info', ShieldCheck],
  verified: ['met', ShieldCheck],
  unverified: ['due', ShieldQuestionMark],
  unknown: ['due', ShieldQuestionMark],
  changed: ['breach', ShieldX],
  revoked: ['breach', ShieldX],
  seized: ['breach', ShieldAlert],
};

/** Who signed it, when, for whom, and whether an older or a later one is here. */
function SignedBy({ bundle }: { readonly bundle: Waiting }) {
  const t = useText();
  const moment = useMoments();
  const { from, knownAs, standing, digits, createdMs, seq, cards, before, isStale } = bundle;
  const [tone, icon] = SIGNS[standing];
  return (
    <SheetRow look="strong" margin={t('bundles.signed')}>
      <FactsRow
        acts={
          <span className={css.digits} role="group" aria-label={t('bundles.digits')}>
            {digits.map((group, at) => (
              <bdi key={at}>{group}</bdi>
            ))}
          </span>
        }
      >
        <span>
          <Name className={cx(css.from, text.name)}>{from}</Name>{' '}
          <Chip tone={tone} icon={icon}>
            <T id={`bundles.standing.${standing}`} />
          </Chip>
        </span>
        <span className={text.quiet}>
          {knownAs !== '' && knownAs !== from && (
            <>
              <T id="bundles.knownAs" values={{ name: <Name>{knownAs}</Name> }} />{' '}
            </>
          )}
          <T id="bundles.sealed" values={{ seq, when: moment(createdMs) }} />{' '}
          {cards === undefined ? (
            <T id="bundles.sealed.words" />
          ) : (
            <T id="bundles.sealed.cards" values={{ count: cards }} />
          )}
        </span>
        {before !== undefined && (
          <span>
            <T id={`bundles.here.${before}`} />
          </span>
        )}
        {isStale && (
          <span>
            <T id="bundles.stale" />
          </span>
        )}
      </FactsRow>
    </SheetRow>
  );
}

type Props = {
  readonly bundle: Waiting;
  readonly deciding: Deciding;
  readonly onChange: (change: Partial<Deciding>) => void;
};

/** Of a sender who is not verified: only looked at, or taken by somebody's word. */
function NotVerified({ bundle: { standing }, deciding, onChange }: Props) {
  if (!asksForWord(standing) && !isClosedTo(standing)) return null;
  return (
    <SheetRow>
      <div className={css.stack}>
        <p className={css.lead}>
          <T
            id={`bundles.unverified.${standing === 'unknown' ? 'unknown' : isClosedTo(standing) ? 'closed' : 'unverified'}`}
          />{' '}
          <GoLink to={{ to: 'exchange', tab: 'desks' }}>
            <T id="bundles.found.desks" />
          </GoLink>
        </p>
        {asksForWord(standing) && (
          <Checkbox
            isSelected={deciding.despite}
            onChange={(despite) => {
              onChange({ despite });
            }}
          >
            <T id="bundles.despite" />
          </Checkbox>
        )}
      </div>
    </SheetRow>
  );
}

/** Above what a bundle brings: whose it is, and what they said. */
export function ArrivedHead(props: Props) {
  const t = useText();
  const { note } = props.bundle;
  return (
    <>
      <SignedBy bundle={props.bundle} />
      <NotVerified {...props} />
      {note !== '' && (
        <SheetRow margin={t('bundles.note.theirs')}>
          <p className={css.lead}>
            <Name>{note}</Name>
          </p>
        </SheetRow>
      )}
    </>
  );
}
