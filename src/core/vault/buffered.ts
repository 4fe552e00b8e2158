type Write = (bytes: Uint8Array) => Promise<void>;
/** Reads some bytes from where it stands; 0 at the end. */
type ReadSome = (target: Uint8Array) => Promise<number>;

/** Collects small writes into parts of `size` bytes. What `write` is given holds until it answers. */
export function bufferedWriter(write: Write, size: number) {
  const part = new Uint8Array(size);
  let held = 0;
  const flush = async (): Promise<void> => {
    if (held > 0) await write(part.subarray(0, held));
    held = 0;
  };
  return {
    write: async (bytes: Uint8Array): Promise<void> => {
      for (let at = 0; at < bytes.length;) {
        const some = bytes.subarray(at, at + size - held);
        part.set(some, held);
        held += some.length;
        at += some.length;
        if (held === size) await flush();
      }
    },
    /** Writes what is left. */
    flush,
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
