import { T, type MessageKey } from '#i18n';
import { cx } from '../cx';
import type { Scale } from './custody-scale';
import css from './CustodyPicture.module.css';
import { Lane } from './Lane';
import type { CustodyData, CustodyKind } from './model';

const WORDS: Readonly<Record<CustodyKind, MessageKey>> = {
  unacknowledged: 'ui.custody.unacknowledged',
  police: 'ui.custody.police',
  over: 'ui.custody.over',
  hospital: 'ui.custody.hospital',
  judicial: 'ui.custody.judicial',
  ahead: 'ui.custody.ahead',
};

/** What each pattern means; only those in the picture. */
export function Legend({ kinds }: { readonly kinds: readonly CustodyKind[] }) {
  const seen = (Object.keys(WORDS) as CustodyKind[]).filter((kind) => kinds.includes(kind));
  return (
    <ul className={css.legend}>
      {seen.map((kind) => (
        <li key={kind}>
          <i className={css[kind]} />
          <T id={WORDS[kind]} />
        </li>
      ))}
    </ul>
  );
}

const TURNED = 70;

/** The bar of holds, with words above and below it. */
export function HeldLane({ data, scale }: { readonly data: CustodyData; readonly scale: Scale }) {
  return (
    <Lane
      label={
        <span className={css.heldLabel}>
          <T id="ui.custody.held" />
        </span>
      }
      className={css.held}
    >
      {data.holds.map(({ id, from, until, kind, label }) => (
        <span
          key={id}
          className={cx(css.hold, css[kind])}
          title={label}
          style={{
            insetInlineStart: `${String(scale.at(from))}%`,
            insetInlineEnd: `${String(100 - scale.at(until))}%`,
          }}
        >
          {label}
        </span>
      ))}
      {data.notes.map(({ id, at, text, side, isBreach = false }) => {
        const x = scale.at(at);
        const where =
          x > TURNED
            ? { insetInlineEnd: `${String(100 - x)}%` }
            : { insetInlineStart: `${String(x)}%` };
        return (
          <span
            key={id}
            className={cx(css.remark, css[side], isBreach && css.breach)}
            style={where}
          >
            {text}
          </span>
        );
      })}
    </Lane>
  );
}
