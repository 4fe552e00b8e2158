import { createHash } from 'node:crypto';

/** The system's clipboard, as much of it as is used. */
export type SystemClipboard = {
  readonly write: (text: string) => Promise<void>;
  readonly read: () => Promise<string>;
  readonly clear: () => void;
};

export type OwnClipboard = {
  /** Puts a text there; it is taken away after half a minute. */
  readonly copy: (text: string) => Promise<void>;
  /** Takes it away now, if it still is ours. */
  readonly forget: () => Promise<void>;
  /** The same without looking, where there is no time to. */
  readonly forgetNow: () => void;
};

const KEPT_MS = 30_000;
/** The system asks whoever owns the clipboard, and that program may hang. */
const READ_LIMIT_MS = 500;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

/**
 * The one way out to the clipboard. What this program put there goes after half a minute and when
 * the session ends, unless another program has put something else there since. Only the hash of
 * it is remembered.
 */
export function ownClipboard({ write, read, clear }: SystemClipboard): OwnClipboard {
  let ours: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  const take = (): string | undefined => {
    clearTimeout(timer);
    const held = ours;
    ours = undefined;
    return held;
  };
  const readInTime = async (): Promise<string | undefined> => {
    let limit: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((done) => {
      limit = setTimeout(done, READ_LIMIT_MS, undefined);
    });
    const text = await Promise.race([read().catch(() => undefined), late]);
    clearTimeout(limit);
    return text;
  };
  const forget = async (): Promise<void> => {
    const held = take();
    if (held === undefined) return;
    const there = await readInTime();
    // Copied anew meanwhile: that has a half minute of its own.
    if (ours !== undefined) return;
    if (there === undefined || digest(there) === held) clear();
  };
  return {
    copy: async (text) => {
      take();
      await write(text);
      ours = digest(text);
      timer = setTimeout(() => void forget(), KEPT_MS);
    },
    forget,
    forgetNow: () => {
      if (take() !== undefined) clear();
    },
  };
}
