const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1000;

export type Size = {
  /** In the unit that `format` names. */
  readonly value: number;
  readonly format: {
    readonly style: 'unit';
    readonly unit: (typeof UNITS)[number];
    /** Bytes have no sign everybody knows: they are written out, one or many. */
    readonly unitDisplay: 'long' | 'short';
    readonly maximumFractionDigits: number;
  };
};

/** A size in the unit one would say it in: `53 bytes`, `1.5 kB`, `412 MB`. */
export function sizeOf(bytes: number): Size {
  let value = bytes;
  let at = 0;
  while (value >= STEP && at < UNITS.length - 1) {
    value /= STEP;
    at += 1;
  }
  return {
    value,
    format: {
      style: 'unit',
      unit: UNITS[at] ?? 'byte',
      unitDisplay: at === 0 ? 'long' : 'short',
      maximumFractionDigits: value < 10 && at > 0 ? 1 : 0,
    },
  };
}
