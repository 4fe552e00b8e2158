/** The clock of the product. Nothing else reads the time. */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  nowMs(): number;
};

/** Random bytes from libsodium; tests pass a seeded source. */
export type Random = {
  bytes(length: number): Uint8Array;
};

/** Does something later, once; answers how to call it off. */
export type Timer = {
  after(ms: number, work: () => unknown): () => void;
};

/** Never keeps a process alive by itself. */
export const nodeTimer: Timer = {
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};

export const systemClock: Clock = { nowMs: () => Date.now() };
