import { Meter } from 'react-aria-components';
import css from './Bars.module.css';

type Props = {
  readonly label: string;
  /** 0 to 4, as zxcvbn counts. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** The verdict in words; the bars only repeat it. */
  readonly verdict: string;
};

const BARS = [1, 2, 3, 4];

/** How strong a passphrase is. */
export function Strength({ label, score, verdict }: Props) {
  return (
    <Meter
      aria-label={label}
      value={score}
      maxValue={BARS.length}
      valueLabel={verdict}
      className={css.strength}
    >
      <span className={css.strokes} aria-hidden>
        {BARS.map((bar) => (
          <i key={bar} className={bar <= score ? css.full : css.open} />
        ))}
      </span>
      <span className={css.verdict}>{verdict}</span>
    </Meter>
  );
}
