/** The clock of the product. Nothing else reads the time. */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  nowMs(): number;
};

/** Random bytes from libsodium; tests pass a seeded source. */
export type Random = {
  bytes(length: number): Uint8Array;
};

export const systemClock: Clock = { nowMs: () => Date.now() };
