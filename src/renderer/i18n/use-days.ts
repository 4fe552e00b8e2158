import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { parseEdtf, type EdtfPoint } from '#shared/domain/edtf';

type Style = 'short' | 'weekday' | 'long';

export type Days = {
  /** `14 May`, with the year where it is not this one. */
  readonly short: (iso: string) => string;
  /** `Thu 14 May`, with the year where it is not this one. */
  readonly weekday: (iso: string) => string;
  /** `Thursday 14 May`. */
  readonly long: (iso: string) => string;
  /** What an EDTF date means in words: `about April 2026`, `9 Apr 16:40`. As it came where it is none. */
  readonly words: (edtf: string) => string;
};

const ISO_DAY = 10;

const OPTIONS: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long' },
};

/** `iso` begins with YYYY-MM-DD; read as UTC so that no zone of the machine can move the day. */
const utc = (iso: string): Date => new Date(`${iso.slice(0, ISO_DAY)}T00:00:00Z`);

/**
 * Dates in the words of the language.
 * @param today ISO date; a year is written only where it differs from today's.
 */
export function useDays(today: string): Days {
  const intl = useIntl();
  return useMemo(() => {
    const day = (style: Style) => (iso: string) => {
      const year = iso.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
      const options = { ...OPTIONS[style], ...year, timeZone: 'UTC' };
      return intl.formatDate(utc(iso), options).replaceAll(',', '');
    };
    const point = (at: EdtfPoint, style: Style): string => {
      if (at.precision === 'year') return at.earliest.slice(0, 4);
      if (at.precision === 'month')
        return intl.formatDate(utc(at.earliest), {
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        });
      const text = day(style)(at.earliest);
      return at.precision === 'minute' ? `${text} ${at.earliest.slice(11)}` : text;
    };
    const marked = (at: EdtfPoint, style: Style): string => {
      const date = point(at, style);
      const about = at.about ? intl.formatMessage({ id: 'date.about' }, { date }) : date;
      return at.uncertain ? intl.formatMessage({ id: 'date.uncertain' }, { date: about }) : about;
    };
    const words = (text: string): string => {
      const edtf = parseEdtf(text);
      if (edtf === undefined) return text;
      const { start, end, isRange } = edtf;
      if (!isRange) return start === undefined ? text : marked(start, 'weekday');
      if (start && end)
        return intl.formatMessage(
          { id: 'date.range' },
          { from: marked(start, 'short'), until: marked(end, 'short') },
        );
      if (start) return intl.formatMessage({ id: 'date.since' }, { date: marked(start, 'short') });
      return end ? intl.formatMessage({ id: 'date.until' }, { date: marked(end, 'short') }) : text;
    };
    return { short: day('short'), weekday: day('weekday'), long: day('long'), words };
  }, [intl, today]);
}
