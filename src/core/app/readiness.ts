import type { ActorId } from '#shared/domain/ids';
import {
  slotGivenMs,
  takenOutBy,
  workSince,
  type LoggedAct,
} from '#core/db/repositories/audit-queries';
import { vaultStore } from '#core/db/repositories/vault-store';
import { drilledMs, knownBackups, type KnownBackup } from '#core/backup/index';
import { outsideSummary } from '#core/outside/index';
import { idFromBytes } from '#core/kernel/ids';
import { recoveryStates, type RecoveryState } from '#core/vault/index';
import type { OpenVault, VaultAge } from '#core/vault/ports';

const WEEK_MS = 7 * 86_400_000;

/** Somebody who opens the vault with a passphrase. */
export type Member = {
  readonly slot: number;
  readonly name: string;
  readonly actor: ActorId;
  /** When they were given the slot, by the log. */
  readonly addedMs: number | undefined;
};

/** Whether the case file survives the night on which this machine is taken. */
export type Readiness = {
  readonly members: readonly Member[];
  readonly recovery: readonly RecoveryState[];
  readonly age: VaultAge['state'];
  /** The latest first. */
  readonly backups: readonly KnownBackup[];
  /** The latest on another medium than the vault's. */
  readonly lastApart: KnownBackup | undefined;
  readonly drilledMs: number | undefined;
  /** What no backup on another medium holds: actions written since, and records they touched. */
  readonly wouldBeLost: { readonly actions: number; readonly records: number };
  /** Readable things outside the vault that nobody closed, and how many of them for longer than `days`. */
  readonly outside: { readonly days: number; readonly open: number; readonly due: number };
  /** What is to be done, the gravest first. */
  readonly todo: readonly Todo[];
};

export type Todo = 'backup' | 'backup-old' | 'second-way' | 'rehearse' | 'drill' | 'outside';

/** Everybody with a slot, by its number. */
export const membersOf = (vault: OpenVault): readonly Member[] =>
  vaultStore(vault.db)
    .actors()
    .flatMap(({ slot, name, id }) =>
      slot === null
        ? []
        : [
            {
              ...{ slot, name, actor: idFromBytes<ActorId>(id) },
              addedMs: slotGivenMs(vault.db, slot),
            },
          ],
    );

/** What a member took out of the vault so far, as the log has it. */
export const takenOut = (vault: OpenVault, member: Member): readonly LoggedAct[] =>
  takenOutBy(vault.db, member.actor);

export function readiness(vault: OpenVault): Readiness {
  const backups = knownBackups(vault);
  const lastApart = backups.find(({ isApart }) => isApart);
  const facts = {
    members: membersOf(vault),
    recovery: recoveryStates(vault),
    age: vault.age.state,
    backups,
    lastApart,
    drilledMs: drilledMs(vault),
    wouldBeLost: workSince(vault.db, lastApart?.madeMs ?? 0),
    outside: outsideSummary(vault.db, vault.clock.nowMs()),
  };
  return { ...facts, todo: todoOf(facts, vault.clock.nowMs()) };
}

function todoOf(
  { lastApart, members, recovery, drilledMs: drilled, outside }: Omit<Readiness, 'todo'>,
  nowMs: number,
): readonly Todo[] {
  const isOld = lastApart !== undefined && nowMs - lastApart.madeMs > WEEK_MS;
  const isUntried = recovery.some(({ rehearsedMs }) => rehearsedMs === undefined);
  const wanted: readonly (readonly [Todo, boolean])[] = [
    ['backup', lastApart === undefined],
    ['backup-old', isOld],
    ['rehearse', isUntried],
    ['second-way', members.length === 1 && recovery.length === 1],
    ['drill', drilled === undefined],
    ['outside', outside.due > 0],
  ];
  return wanted.filter(([, is]) => is).map(([todo]) => todo);
}
