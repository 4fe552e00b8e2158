import { ArrowUpRight, Columns2, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { Name, T } from '#i18n';
import { useOpenRecord } from '#renderer/app/open-record';
import { Button, SheetRow, SheetSection, text } from '#ui';
import { FactsRow } from '../parts/FactsRow';
import css from './Bundles.module.css';
import { pairKey, type Deciding } from './deciding';
import type { Likely, Waiting } from './model';
import { SideBySide } from './SideBySide';

type Props = {
  readonly bundle: Waiting;
  readonly deciding: Deciding;
  readonly onApart: (pair: Likely) => void;
};

type Names = { readonly pair: Likely };

const Pair = ({ pair: { theirLabel, ourLabel } }: Names) => (
  <T
    id="bundles.likely.pair"
    values={{
      theirs: <Name className={text.name}>{theirLabel}</Name>,
      ours: <Name className={text.name}>{ourLabel}</Name>,
    }}
  />
);

/** People of the bundle who may be somebody here under another id: looked at side by side, and kept apart. */
export function LikelySame({ bundle: { bundle, likelySame }, deciding, onApart }: Props) {
  const [looked, setLooked] = useState<Likely>();
  if (likelySame.length === 0) return null;
  return (
    <section>
      <SheetSection title={<T id="bundles.likely" />} note={likelySame.length} />
      {likelySame.map((pair) => {
        const isApart = deciding.apart.has(pairKey(pair));
        return (
          <SheetRow key={pairKey(pair)}>
            <FactsRow
              acts={
                <>
                  <Button
                    icon={Columns2}
                    onPress={() => {
                      setLooked(pair);
                    }}
                  >
                    <T id="bundles.likely.look" />
                  </Button>
                  <Button
                    kind="quiet"
                    icon={UserRoundX}
                    onPress={() => {
                      onApart(pair);
                    }}
                  >
                    <T id={isApart ? 'bundles.likely.open' : 'bundles.likely.apart'} />
                  </Button>
                </>
              }
            >
              <span>
                <Pair pair={pair} />
              </span>
              <span className={text.quiet}>
                <T id={isApart ? 'bundles.likely.areTwo' : 'bundles.likely.after'} />
              </span>
            </FactsRow>
          </SheetRow>
        );
      })}
      {looked !== undefined && (
        <SideBySide
          bundle={bundle}
          pair={looked}
          onApart={() => {
            if (!deciding.apart.has(pairKey(looked))) onApart(looked);
            setLooked(undefined);
          }}
          onClose={() => {
            setLooked(undefined);
          }}
        />
      )}
    </section>
  );
}

/** After taking in: both of each pair that nobody has told apart, to be opened and compared. */
export function LikelyAfter({ pairs }: { readonly pairs: readonly Likely[] }) {
  const open = useOpenRecord();
  if (pairs.length === 0) return null;
  return (
    <section>
      <SheetSection title={<T id="bundles.likely" />} note={pairs.length} />
      {pairs.map((pair) => (
        <SheetRow key={pairKey(pair)}>
          <FactsRow
            acts={
              <span className={css.acts}>
                {(['theirs', 'ours'] as const).map((side) => (
                  <Button
                    key={side}
                    icon={ArrowUpRight}
                    onPress={() => {
                      open('', pair[side]);
                    }}
                  >
                    <T id={`bundles.likely.${side}.open`} />
                  </Button>
                ))}
              </span>
            }
          >
            <span>
              <Pair pair={pair} />
            </span>
          </FactsRow>
        </SheetRow>
      ))}
    </section>
  );
}
