import { T, type MessageKey } from '#i18n';
import { Status, type StatusSign } from '#ui';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

export type DetaineeRow = OutputOf<Contract['detainees']['list']>['rows'][number];

/** Sign and word of what someone is held on. */
const HELD: Readonly<Record<string, readonly [StatusSign, MessageKey]>> = {
  arrest: ['police', 'standing.arrest'],
  policeRemand: ['police', 'standing.policeRemand'],
  judicialRemand: ['judicial', 'standing.judicialRemand'],
  preventiveDetention: ['preventive', 'standing.preventiveDetention'],
  conviction: ['convicted', 'standing.conviction'],
  unacknowledged: ['unacknowledged', 'standing.unacknowledged'],
};

const ELSE: Readonly<Record<DetaineeRow['status'], readonly [StatusSign, MessageKey] | undefined>> =
  {
    inside: ['judicial', 'standing.inside'],
    whereaboutsUnknown: ['unlocated', 'standing.whereaboutsUnknown'],
    released: ['released', 'standing.released'],
    died: undefined,
    notHeld: undefined,
  };

type Props = { readonly row: Pick<DetaineeRow, 'status' | 'isInside' | 'hasBasis' | 'holdType'> };

/** Where someone stands, in a sign and a word. Inside without any basis says so. */
export function Standing({ row }: Props) {
  const { status, isInside, hasBasis, holdType = '' } = row;
  if (isInside && !hasBasis)
    return (
      <Status sign="unacknowledged">
        <T id="standing.noBasis" />
      </Status>
    );
  const shown = (isInside ? HELD[holdType] : undefined) ?? ELSE[status];
  if (shown === undefined)
    return <T id={status === 'died' ? 'standing.died' : 'standing.notHeld'} />;
  const [sign, word] = shown;
  return (
    <Status sign={sign}>
      <T id={word} />
    </Status>
  );
}
