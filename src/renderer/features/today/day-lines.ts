import { useDays, useText } from '#i18n';
import type { PrintLine } from '#shared/printing/messages';
import type { Today, TodayHearing } from './model';

const joined = (parts: readonly string[], by: string): string =>
  parts.filter((part) => part !== '').join(by);

/** The list of a day as it is printed: its hearings and those of the day after, each in a line of hour, matter and court. */
export function useDayLines(read: Today, today: string): readonly PrintLine[] {
  const t = useText();
  const days = useDays(read.today);
  const { first, total } = read.hearings;

  const hour = ({ isTimeKnown, on, listNumber }: TodayHearing): string =>
    joined(
      [
        isTimeKnown ? on.slice(11) : t('today.hourUnknown'),
        listNumber === undefined ? '' : t('today.listNumber', { number: listNumber }),
      ],
      '\n',
    );
  const matter = (hearing: TodayHearing): string => {
    const { matterLabel, proceedingLabel, court, purpose, lastOrder, lastOrderOn, bring } = hearing;
    const title = matterLabel === '' ? proceedingLabel : matterLabel;
    const isSaid = proceedingLabel === title || proceedingLabel === court;
    const order = lastOrder === '' ? '' : t('today.lastOrder', { order: lastOrder });
    return joined(
      [
        title,
        isSaid ? '' : proceedingLabel,
        purpose === '' ? t('today.purposeUnknown') : purpose,
        joined([lastOrderOn === undefined ? '' : days.short(lastOrderOn), order], ' '),
        bring === '' ? '' : t('today.bring', { what: bring }),
      ],
      '\n',
    );
  };
  const where = ({ court, courtRoom, goes }: TodayHearing): string =>
    joined([court, courtRoom === '' ? '' : t('today.room', { room: courtRoom }), goes], '\n');
  const listOf = (hearings: readonly TodayHearing[]): readonly PrintLine[] =>
    hearings.length === 0
      ? [{ style: 'Text', cells: [t('today.noHearing')] }]
      : hearings.map((one) => ({ style: 'Hearing', cells: [hour(one), matter(one), where(one)] }));

  const isNow = ({ on }: TodayHearing): boolean => on.startsWith(read.today);
  const after = t(read.today === today ? 'today.tomorrow' : 'today.dayAfter');
  return [
    { style: 'Title', cells: [days.long(read.today)] },
    ...listOf(first.filter(isNow)),
    { style: 'Heading1', cells: [`${after} ${days.long(read.tomorrow)}`] },
    ...listOf(first.filter((one) => !isNow(one))),
    ...(total > first.length
      ? [{ style: 'Note', cells: [t('today.hearings.more', { count: total - first.length })] }]
      : []),
  ];
}
