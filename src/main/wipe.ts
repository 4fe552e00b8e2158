import { AppError } from '#shared/errors/app-error';
import { wiping as WIPING } from '#shared/ipc/contract/wipe';
import { HOLD_TO_WIPE_MS } from '#shared/wiping';
import type { VaultProcess } from './vault-process';

export type WipeParts = {
  readonly vault: {
    readonly isUnlocked: () => boolean;
    readonly call: VaultProcess['call'];
  };
  /** Whether it may be done without opening the vault first. */
  readonly isAllowedLocked: () => boolean;
  /** Milliseconds of a clock that only goes on. */
  readonly nowMs: () => number;
  /** The vault is gone; ends the session. */
  readonly onWiped: (isWhole: boolean) => void;
};

export type Wipe = {
  readonly begin: () => void;
  readonly release: () => void;
  readonly run: () => Promise<void>;
};

/** Timers of a page and of this process may differ by a little. */
const SLACK_MS = 100;

/** Destroys the chosen vault once its button was held down for five seconds without a break. */
export function wipe({ vault, isAllowedLocked, nowMs, onWiped }: WipeParts): Wipe {
  let since: number | undefined;
  return {
    begin: () => {
      since ??= nowMs();
    },
    release: () => {
      since = undefined;
    },
    run: async () => {
      const isHeld = since !== undefined && nowMs() - since >= HOLD_TO_WIPE_MS - SLACK_MS;
      since = undefined;
      if (!isHeld) throw new AppError('wipe/not-held');
      if (!vault.isUnlocked() && !isAllowedLocked()) throw new AppError('wipe/not-allowed');
      const result = await vault.call('wiping:run', undefined, {});
      if (!result.ok) throw new AppError(result.error.code, result.error.params);
      onWiped(WIPING.run.output.parse(result.value).isWhole);
    },
  };
}
