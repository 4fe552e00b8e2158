import { Ellipsis, ScanLine } from 'lucide-react';
import { Name, T, useText } from '#i18n';
import { Button, IconButton, Menu, SheetRow, text } from '#ui';
import { useMomentParts } from '../history/use-moments';
import { useOff } from '../settings/use-off';
import { CardState, standingOf } from './CardState';
import { FactsRow } from '../parts/FactsRow';
import { Digits } from './Digits';
import type { Card } from './model';

export type CardAct = 'compare' | 'seized' | 'revoke';

type Props = { readonly card: Card; readonly onDo: (what: CardAct) => void };

/** The card of one desk, and what can be done with it. */
export function CardRow({ card, onDo }: Props) {
  const t = useText();
  const off = useOff();
  const parts = useMomentParts();
  const { name, digits, addedAtMs } = card;
  const standing = standingOf(card);
  const isGone = standing === 'revoked';
  return (
    <SheetRow margin={parts(addedAtMs).day}>
      <FactsRow
        acts={
          <>
            <Button
              icon={ScanLine}
              kind={standing === 'verified' ? 'quiet' : 'plain'}
              off={off}
              onPress={() => {
                onDo('compare');
              }}
            >
              <T id={standing === 'verified' ? 'desks.compare.again' : 'desks.compare'} />
            </Button>
            <Menu
              label={t('desks.more', { name })}
              trigger={<IconButton icon={Ellipsis} label={t('desks.more', { name })} />}
              entries={[
                { id: 'seized', label: t('desks.seized.make'), isDisabled: off !== undefined },
                {
                  id: 'revoke',
                  label: t('desks.revoke'),
                  isRisk: true,
                  isDisabled: isGone || off !== undefined,
                },
              ]}
              onAction={(what) => {
                onDo(what as CardAct);
              }}
            />
          </>
        }
      >
        <Name className={text.name}>{name}</Name>
        <CardState card={card} />
        <Digits digits={digits} />
      </FactsRow>
    </SheetRow>
  );
}
