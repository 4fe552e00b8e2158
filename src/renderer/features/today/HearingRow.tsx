import { Name, T, useDays } from '#i18n';
import { cx, SheetRow, text } from '#ui';
import { GoLink } from '../parts/GoLink';
import type { TodayHearing } from './model';
import css from './Today.module.css';

type Props = { readonly hearing: TodayHearing; readonly today: string };

/** What the line is looked up by: hour, number in the list. */
function Margin({ hearing }: Pick<Props, 'hearing'>) {
  return (
    <span className={css.margin}>
      <span className={css.hour}>
        {hearing.isTimeKnown ? <bdi>{hearing.on.slice(11)}</bdi> : <T id="today.hourUnknown" />}
      </span>
      {hearing.listNumber !== undefined && (
        <span className={text.small}>
          <T id="today.listNumber" values={{ number: hearing.listNumber }} />
        </span>
      )}
    </span>
  );
}

/** Court and room, and under it who goes: beside the matter, where there is room for both. */
function Where({ hearing }: Pick<Props, 'hearing'>) {
  const { court, courtRoom, goes } = hearing;
  return (
    <p className={css.where}>
      <span>
        <Name>{court}</Name>
        {courtRoom !== '' && (
          <>
            {', '}
            <T id="today.room" values={{ room: <Name>{courtRoom}</Name> }} />
          </>
        )}
      </span>
      {goes !== '' && (
        <span>
          <Name>{goes}</Name>
        </span>
      )}
    </p>
  );
}

/** One hearing: the matter, what is asked today, the order of last time, what to bring. */
export function HearingRow({ hearing, today }: Props) {
  const days = useDays(today);
  const { matter, matterLabel, proceedingLabel, purpose, bring, status } = hearing;
  const { lastOrder, lastOrderOn } = hearing;
  const title = matterLabel === '' ? proceedingLabel : matterLabel;
  const isOpen = status === undefined || status === 'fixed';
  return (
    <SheetRow margin={<Margin hearing={hearing} />}>
      <div className={css.hearing}>
        <p className={css.matter}>
          <span className={text.name}>
            {matter === undefined ? (
              <Name>{title}</Name>
            ) : (
              <GoLink to={{ to: 'case', id: matter }}>
                <Name>{title}</Name>
              </GoLink>
            )}
          </span>{' '}
          {title !== proceedingLabel && proceedingLabel !== hearing.court && (
            <Name className={css.proceeding}>{proceedingLabel}</Name>
          )}
        </p>
        <p className={css.ask}>
          {purpose === '' ? (
            <span className={text.quieter}>
              <T id="today.purposeUnknown" />
            </span>
          ) : (
            <Name>{purpose}</Name>
          )}{' '}
          {!isOpen && (
            <span className={text.quieter}>
              <T id="today.entered" />
            </span>
          )}
        </p>
        <Where hearing={hearing} />
      </div>
      {lastOrder !== '' && (
        <p className={cx(text.record, text.quiet)}>
          {lastOrderOn !== undefined && (
            <>
              <bdi className={cx(css.orderDay, text.quieter)}>{days.short(lastOrderOn)}</bdi>{' '}
            </>
          )}
          {/* The marks go with what they quote, whichever way it runs. */}
          <Name>
            <T id="today.lastOrder" values={{ order: lastOrder }} />
          </Name>
        </p>
      )}
      {bring !== '' && (
        <p className={cx(text.small, text.quiet)}>
          <T id="today.bring" values={{ what: <Name>{bring}</Name> }} />
        </p>
      )}
    </SheetRow>
  );
}
