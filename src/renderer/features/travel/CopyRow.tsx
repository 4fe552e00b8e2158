import {
  Ban,
  Check,
  Hourglass,
  Luggage,
  Siren,
  Trash2,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { TravelEnd } from '#shared/domain/sharing';
import { Name, T } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Chip, SheetRow, text, type ChipTone } from '#ui';
import { useLabel } from '../history/use-label';
import { useMomentParts, useMoments } from '../history/use-moments';
import { FactsRow } from '../parts/FactsRow';
import { useOff } from '../settings/use-off';
import { useStep } from '../settings/use-step';
import type { Copy } from './model';
import css from '../parts/Carried.module.css';

const ENDS: Readonly<Record<TravelEnd, readonly [ChipTone, LucideIcon]>> = {
  destroyed: ['met', Trash2],
  lost: ['breach', Ban],
  seized: ['breach', Siren],
};

/** Whether it is out, came back, or what became of it. */
function State({ copy: { ended, backMs, isOver } }: { readonly copy: Copy }) {
  if (ended !== undefined) {
    const [tone, icon] = ENDS[ended.how];
    return (
      <Chip tone={tone} icon={icon}>
        <T id={`travel.state.${ended.how}`} />
      </Chip>
    );
  }
  if (isOver)
    return (
      <Chip tone="due" icon={Hourglass}>
        <T id="travel.state.over" />
      </Chip>
    );
  return backMs === undefined ? (
    <Chip tone="running" icon={Luggage}>
      <T id="travel.state.out" />
    </Chip>
  ) : (
    <Chip tone="met" icon={Check}>
      <T id="travel.state.back" />
    </Chip>
  );
}

/** Of whom it is, where it was made and how much it holds. */
function Holds({ copy }: { readonly copy: Copy }) {
  const labelOf = useLabel();
  const moment = useMoments();
  const { about, asked, records, files, place, untilMs, backMs, ended } = copy;
  const names = about.map(({ kind, label }) => labelOf(kind, label)).join(', ');
  return (
    <>
      <span>
        {asked === 0 ? (
          <T id="bundles.asked.all" />
        ) : (
          <T
            id="bundles.asked.about"
            values={{
              names: <Name className={text.name}>{names}</Name>,
              more: asked - about.length,
            }}
          />
        )}
      </span>
      <span className={css.small}>
        <bdi className={css.place}>{place}</bdi>
        <span>
          <T id="travel.holds" values={{ records, files }} />
        </span>
        {ended === undefined && (
          <span>
            <T id="travel.until" values={{ when: moment(untilMs) }} />
          </span>
        )}
        {backMs !== undefined && (
          <span>
            <T id="travel.backOn" values={{ when: moment(backMs) }} />
          </span>
        )}
      </span>
    </>
  );
}

type Props = { readonly copy: Copy; readonly onDo: (what: 'back' | 'end') => void };

/** One copy that was made here, and what can be done with it. */
export function CopyRow({ copy, onDo }: Props) {
  const off = useOff();
  const parts = useMomentParts();
  const { isPending, error, run } = useStep();
  const found = (): void => {
    if (!isPending) void run(() => rihai.travel.end({ id: copy.id }));
  };
  return (
    <SheetRow margin={parts(copy.madeMs).day}>
      <FactsRow
        acts={
          copy.ended === undefined ? (
            <>
              <Button
                icon={Undo2}
                off={off}
                onPress={() => {
                  onDo('back');
                }}
              >
                <T id="travel.back" />
              </Button>
              <Button
                kind="quiet"
                off={off}
                onPress={() => {
                  onDo('end');
                }}
              >
                <T id="travel.end" />
              </Button>
            </>
          ) : (
            <Button kind="quiet" off={off} isPending={isPending} onPress={found}>
              <T id="travel.found" />
            </Button>
          )
        }
      >
        <span>
          <State copy={copy} />
        </span>
        <Holds copy={copy} />
        {error !== undefined && <CodedError error={error} />}
      </FactsRow>
    </SheetRow>
  );
}
