import type { ErrorParams } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/codes';

/** How long and how large a process may grow that reads what nobody vouches for. */
export type ReadLimits = {
  /** Without any progress, while something is asked of it. */
  readonly silentMs: number;
  readonly memoryBytes: number;
  /** How often its memory is looked at. */
  readonly lookMs: number;
};

/** Security design, section 16. */
export const READ_LIMITS: ReadLimits = {
  silentMs: 20_000,
  memoryBytes: 512 * 1024 * 1024,
  lookMs: 250,
};

export type Watching = {
  readonly limits: ReadLimits;
  readonly memoryBytes: () => number | undefined;
  /** It went beyond; called once. */
  readonly onBeyond: (code: ErrorCode, params: ErrorParams) => void;
};

/** Watches a process that was given work. */
export type Watch = {
  /** One more thing is asked of it. */
  readonly asked: () => void;
  /** It came further. */
  readonly progress: () => void;
  /** One thing that was asked is done. */
  readonly done: () => void;
  readonly stop: () => void;
};

const MIB = 1024 * 1024;

export function watchReader({ limits, memoryBytes, onBeyond }: Watching): Watch {
  let open = 0;
  let isStopped = false;
  let silence: NodeJS.Timeout | undefined;
  const stop = (): void => {
    isStopped = true;
    clearTimeout(silence);
    clearInterval(looking);
  };
  const beyond = (code: ErrorCode, params: ErrorParams): void => {
    stop();
    onBeyond(code, params);
  };
  const looking = setInterval(() => {
    if ((memoryBytes() ?? 0) > limits.memoryBytes)
      beyond('read/memory', { mebibytes: Math.round(limits.memoryBytes / MIB) });
  }, limits.lookMs);
  const progress = (): void => {
    clearTimeout(silence);
    if (open === 0 || isStopped) return;
    silence = setTimeout(() => {
      beyond('read/slow', { seconds: Math.max(1, Math.round(limits.silentMs / 1000)) });
    }, limits.silentMs);
  };
  return {
    asked: () => {
      open += 1;
      progress();
    },
    progress,
    done: () => {
      open = Math.max(0, open - 1);
      progress();
    },
    stop,
  };
}
