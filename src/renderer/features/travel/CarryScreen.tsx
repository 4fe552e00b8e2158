import { ArrowLeft, Luggage } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import {
  Button,
  Inspector,
  InspectorSection,
  Sheet,
  SheetHead,
  SheetRow,
  SheetSection,
  Split,
  text,
} from '#ui';
import { About } from '../bundles/About';
import { FRESH, type Choice } from '../bundles/choice';
import type { Planned } from '../bundles/model';
import { Numbers } from '../bundles/Numbers';
import { Preview } from '../bundles/Preview';
import { Strictness } from '../bundles/Strictness';
import { useMake } from '../bundles/use-make';
import { WhichFiles } from '../bundles/WhichFiles';
import { useOff } from '../settings/use-off';
import { MakeCopy } from './MakeCopy';
import css from '../parts/Carried.module.css';

/** Whoever carries it works with it: some persons, all levels, all that was ever written. */
const TO_CARRY: Choice = { ...FRESH, subjects: [], purpose: 'counsel' };

const out = { to: 'exchange', tab: 'travel' } as const;

function Side({ plan }: { readonly plan: Planned | undefined }) {
  const t = useText();
  const readOnly = useOff();
  const [isMaking, setMaking] = useState(false);
  const isEmpty = plan === undefined || plan.records === 0;
  return (
    <Inspector label={t('travel.side')}>
      {plan !== undefined && <Numbers plan={plan} />}
      <InspectorSection title={<T id="travel.make.verb" />}>
        <div className={css.stack}>
          <p className={text.quiet}>
            <T id="travel.make.how" />
          </p>
          <Button
            kind="main"
            icon={Luggage}
            off={readOnly ?? (isEmpty ? t('travel.make.nothing') : undefined)}
            onPress={() => {
              setMaking(true);
            }}
          >
            <T id="travel.make.verb" />
          </Button>
        </div>
      </InspectorSection>
      {isMaking && plan !== undefined && (
        <MakeCopy
          plan={plan}
          onClose={() => {
            setMaking(false);
          }}
        />
      )}
    </Inspector>
  );
}

/** What is to be carried: chosen, seen value by value, and made into a vault of its own. */
export function CarryScreen() {
  const go = useGo();
  const { choice, plan, error, onFile, onChange } = useMake(TO_CARRY);
  const { purpose, level } = choice;
  return (
    <Split end={<Side plan={plan} />}>
      <Sheet>
        <SheetHead
          title={<T id="travel.make" />}
          actions={
            <Button
              kind="quiet"
              icon={ArrowLeft}
              onPress={() => {
                go(out);
              }}
            >
              <T id="travel.leave" />
            </Button>
          }
        />
        <SheetSection title={<T id="travel.what" />} />
        <SheetRow isContinued>
          <div className={css.what}>
            <About choice={choice} onChange={onChange} />
            <Strictness choice={{ purpose, level }} onChange={onChange} />
            <WhichFiles choice={choice} onChange={onChange} />
          </div>
        </SheetRow>
        {error !== null && <CodedError error={error} />}
        <Preview choice={choice} plan={plan} onFile={onFile} />
      </Sheet>
    </Split>
  );
}
