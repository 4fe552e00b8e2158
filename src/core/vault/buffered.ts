type Write = (bytes: Uint8Array) => Promise<void>;
/** Reads some bytes from where it stands; 0 at the end. */
type ReadSome = (target: Uint8Array) => Promise<number>;

/**
 * Collects small writes into parts of `size` bytes, and fills one while the one before is written. What
 * `write` is given holds until it answers; it is called again only then. What it throws, the next call does.
 */
export function bufferedWriter(write: Write, size: number) {
  let [part, other] = [new Uint8Array(size), new Uint8Array(size)];
  let held = 0;
  let written = Promise.resolve();
  const pass = async (): Promise<void> => {
    await written;
    if (held === 0) return;
    written = write(part.subarray(0, held));
    // Heard by the next call, or by nobody where the work is given up.
    written.catch(() => undefined);
    [part, other, held] = [other, part, 0];
  };
  return {
    write: async (bytes: Uint8Array): Promise<void> => {
      for (let at = 0; at < bytes.length;) {
        const some = bytes.subarray(at, at + size - held);
        part.set(some, held);
        held += some.length;
        at += some.length;
        if (held === size) await pass();
      }
    },
    /** Writes what is left, and waits until all is written. */
    flush: async (): Promise<void> => {
      await pass();
      await written;
    },
  };
}

/** Fills targets from parts of `size` bytes; answers fewer than asked only at the end. */
export function bufferedReader(readSome: ReadSome, size: number) {
  const part = new Uint8Array(size);
  let [from, until] = [0, 0];
  return async (target: Uint8Array): Promise<number> => {
    let filled = 0;
    while (filled < target.length) {
      if (from === until) {
        [from, until] = [0, await readSome(part)];
        if (until === 0) break;
      }
      const some = part.subarray(from, Math.min(until, from + target.length - filled));
      target.set(some, filled);
      filled += some.length;
      from += some.length;
    }
    return filled;
  };
}
