import { CircleHelp, FileCheck, FileX, Hourglass, Trash2, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { OutsideSeen } from '#shared/domain/outside';
import { Name, T } from '#i18n';
import { placeOf } from '#renderer/app/navigation';
import { Button, Chip, SheetRow, text, type ChipTone } from '#ui';
import { useLabel } from '../history/use-label';
import { useMomentParts, useMoments } from '../history/use-moments';
import { GoLink } from '../parts/GoLink';
import { useBytes } from '../parts/use-bytes';
import { useOff } from '../settings/use-off';
import { FactsRow } from '../parts/FactsRow';
import css from './Outside.module.css';
import type { OutsideRow } from './model';

export type EntryAct = 'close' | 'delete';

type Props = { readonly row: OutsideRow; readonly onDo: (what: EntryAct) => void };

const SIGNS: Readonly<Record<OutsideSeen, readonly [ChipTone, LucideIcon]>> = {
  there: ['due', FileCheck],
  changed: ['unknown', TriangleAlert],
  gone: ['met', FileX],
  unreachable: ['unknown', CircleHelp],
  elsewhere: ['unknown', CircleHelp],
};

/** What it is: of which record, for whom, how many. */
export function What({ row }: { readonly row: OutsideRow }) {
  const labelOf = useLabel();
  const { record, what, note, copies } = row;
  const to = record && placeOf(record.kind, record.id);
  const name = record && <Name>{labelOf(record.kind, record.label)}</Name>;
  return (
    <span className={css.named}>
      <span className={text.name}>
        <T id={`outside.what.${what}`} />
        {name !== undefined && ': '}
        {to === undefined ? name : <GoLink to={to}>{name}</GoLink>}
      </span>
      {what === 'paper' && note !== '' && (
        <span className={text.quiet}>
          <T id="outside.for" values={{ reader: note }} />
        </span>
      )}
      {row.kind === 'print' && (
        <span className={text.quiet}>
          <T id="outside.copies" values={{ count: copies }} />
        </span>
      )}
    </span>
  );
}

/** Where it is, and how large. */
export function Where({ row }: { readonly row: OutsideRow }) {
  const bytes = useBytes();
  const { kind, place, machine, isHere, sizeBytes, name } = row;
  return (
    <span className={css.where}>
      <bdi>{place}</bdi>
      {kind !== 'print' && <span className={css.size}>{bytes(sizeBytes)}</span>}
      {!isHere && (
        <span>
          <T id="outside.machine" values={{ machine: <Name>{machine}</Name> }} />
        </span>
      )}
      {name !== '' && (
        <span>
          <T id="outside.by" values={{ name: <Name>{name}</Name> }} />
        </span>
      )}
    </span>
  );
}

/** How it was found when somebody looked, and whether it lies there for too long. */
function State({ row: { seen, isDue } }: { readonly row: OutsideRow }) {
  const moment = useMoments();
  if (seen === undefined && !isDue) return null;
  const [tone, icon] = seen === undefined ? [] : SIGNS[seen.how];
  return (
    <span className={css.state}>
      {isDue && (
        <Chip tone="due" icon={Hourglass}>
          <T id="outside.due" />
        </Chip>
      )}
      {seen !== undefined && tone !== undefined && icon !== undefined && (
        <>
          <Chip tone={tone} icon={icon}>
            <T id={`outside.seen.${seen.how}`} />
          </Chip>
          <span className={text.quieter}>
            <T id="outside.seen.when" values={{ when: moment(seen.atMs) }} />
          </span>
        </>
      )}
    </span>
  );
}

/** One thing outside, and what can be done about it. */
export function Entry({ row, onDo }: Props) {
  const off = useOff();
  const parts = useMomentParts();
  const isDeletable = row.kind !== 'print' && row.seen?.how !== 'gone';
  return (
    <SheetRow margin={parts(row.atMs).day}>
      <FactsRow
        acts={
          <>
            {isDeletable && (
              <Button
                kind="quiet"
                icon={Trash2}
                off={off}
                onPress={() => {
                  onDo('delete');
                }}
              >
                <T id="outside.delete" />
              </Button>
            )}
            <Button
              off={off}
              onPress={() => {
                onDo('close');
              }}
            >
              <T id="outside.close" />
            </Button>
          </>
        }
      >
        <What row={row} />
        <Where row={row} />
        <State row={row} />
      </FactsRow>
    </SheetRow>
  );
}
