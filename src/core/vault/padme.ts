const LEAST_CONTENT = 4_096;
const LENGTH_BYTES = 8;

/** Rounds a length up so that its bits tell little of it: at most 12 % more (`docs/formats.md` §6). */
export function padme(length: number): number {
  const e = floorLog2(length);
  const s = floorLog2(e) + 1;
  const step = 2 ** (e - s);
  return Math.ceil(length / step) * step;
}

/** Bytes of a blob's content: the length, the data and the zeros after it. */
export const contentLength = (sizeBytes: number): number =>
  Math.max(LEAST_CONTENT, padme(LENGTH_BYTES + sizeBytes));

/** Exact also beside powers of two, where `Math.log2` is not. */
const floorLog2 = (value: number): number => value.toString(2).length - 1;
