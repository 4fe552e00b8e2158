import type { ReactNode } from 'react';
import { T, useDays, useText } from '#i18n';
import { cx } from '../cx';
import { ClockLane } from './ClockLane';
import { roomOf, scaleOf, type Scale } from './custody-scale';
import css from './CustodyPicture.module.css';
import { EventTable } from './EventTable';
import { HeldLane, Legend } from './HeldLane';
import { Lane } from './Lane';
import type { CustodyData } from './model';

const NEAR_TODAY = 7;
const NEAR_EDGE = 94;

type AxisProps = { readonly scale: Scale; readonly today: string | undefined };

function Axis({ scale, today }: AxisProps) {
  // Where today is out of the picture the year is written: it may be long ago.
  const days = useDays(today ?? '');
  const now = today === undefined ? undefined : scale.at(today);
  const seen = scale.ticks.filter((tick) => {
    const at = scale.at(tick);
    return (now === undefined || Math.abs(at - now) > NEAR_TODAY) && at < NEAR_EDGE;
  });
  return (
    <Lane>
      {seen.map((tick) => (
        <span
          key={tick}
          className={css.tick}
          style={{ insetInlineStart: `${String(scale.at(tick))}%` }}
        >
          <bdi>{days.short(tick)}</bdi>
        </span>
      ))}
      {now !== undefined && (
        <span className={css.now} style={{ insetInlineStart: `${String(now)}%` }}>
          <span>
            <T id="ui.custody.today" />
          </span>
        </span>
      )}
    </Lane>
  );
}

/** Percent of the picture under which a word would only be cut; pointing at it says it. */
const LEAST_ROOM = 8;

function Places({ data, scale }: { readonly data: CustodyData; readonly scale: Scale }) {
  return (
    <Lane label={<T id="ui.custody.where" />}>
      {data.placements.map(({ id, from, until, place }) => (
        <span
          key={id}
          className={cx(css.place, place === undefined && css.nowhere)}
          style={{
            insetInlineStart: `${String(scale.at(from))}%`,
            insetInlineEnd: `${String(100 - scale.at(until))}%`,
          }}
        >
          <bdi title={place}>
            {scale.at(until) - scale.at(from) < LEAST_ROOM && place !== undefined
              ? ''
              : (place ?? '?')}
          </bdi>
        </span>
      ))}
    </Lane>
  );
}

function Court({ data, scale }: { readonly data: CustodyData; readonly scale: Scale }) {
  const places = data.court.map(({ at }) => scale.at(at));
  return (
    <Lane label={<T id="ui.custody.court" />} className={css.court}>
      {data.court.map(({ id, label }, index) => {
        const at = places[index] ?? 0;
        const room = (places[index + 1] ?? 100) - at;
        const isTurned = index === places.length - 1 && room < roomOf(label);
        const where = isTurned
          ? { insetInlineEnd: `${String(100 - at)}%` }
          : { insetInlineStart: `${String(at)}%`, maxInlineSize: `${String(room)}%` };
        return (
          <span
            key={id}
            className={cx(css.mark, isTurned && css.turned)}
            style={where}
            title={label}
          >
            {room < LEAST_ROOM && !isTurned ? '' : label}
          </span>
        );
      })}
    </Lane>
  );
}

function Grid({ scale, today }: AxisProps) {
  return (
    <div className={css.grid}>
      {scale.ticks.map((tick) => (
        <i key={tick} style={{ insetInlineStart: `${String(scale.at(tick))}%` }} />
      ))}
      {today !== undefined && (
        <i className={css.nowLine} style={{ insetInlineStart: `${String(scale.at(today))}%` }} />
      )}
    </div>
  );
}

type Props = {
  /** `Custody since 7 April`. */
  readonly title: ReactNode;
  readonly data: CustodyData;
};

/**
 * Who held the person (above), where (below), what the court did, and every limit as a
 * bracket; then a table that says the same. Put it inside a Sheet.
 */
export function CustodyPicture({ title, data }: Props) {
  const t = useText();
  const scale = scaleOf(data.from, data.until);
  return (
    <section>
      <div className={css.line}>
        <div className={css.margin} />
        <div className={cx(css.text, css.head)}>
          <h2>{title}</h2>
          <Legend kinds={data.holds.map(({ kind }) => kind)} />
        </div>
      </div>
      <div className={css.picture} role="img" aria-label={t('ui.custody.picture')}>
        <Grid scale={scale} today={data.today} />
        <Axis scale={scale} today={data.today} />
        <HeldLane data={data} scale={scale} />
        <Places data={data} scale={scale} />
        <Court data={data} scale={scale} />
        {data.clocks.map((clock) => (
          <ClockLane key={clock.id} clock={clock} scale={scale} />
        ))}
      </div>
      <EventTable rows={data.events} />
    </section>
  );
}
