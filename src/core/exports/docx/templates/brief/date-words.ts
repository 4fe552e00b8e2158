import type { DateWords } from '#core/exports/docx/kit/dates';

export const DATE_WORDS: DateWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  about: 'about',
  uncertain: 'uncertain',
  hours: 'hours',
  to: 'to',
  from: 'from',
  until: 'until',
  asWritten: 'as written:',
};
