import { useIntl } from 'react-intl';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1000;

/** A size in the unit one would say it in: `412 kB`; '' where it is not known. */
export function useBytes(): (bytes: number | undefined) => string {
  const intl = useIntl();
  return (bytes) => {
    if (bytes === undefined) return '';
    let value = bytes;
    let at = 0;
    while (value >= STEP && at < UNITS.length - 1) {
      value /= STEP;
      at += 1;
    }
    return intl.formatNumber(value, {
      style: 'unit',
      unit: UNITS[at] ?? 'byte',
      maximumFractionDigits: value < 10 && at > 0 ? 1 : 0,
    });
  };
}
