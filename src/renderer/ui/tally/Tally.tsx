import css from './Tally.module.css';

type Props = {
  /** Hearings; beyond 12 the strokes end with a sign. */
  readonly count: number;
  /** Spoken, and shown on hover: `7 hearings`. */
  readonly label: string;
};

const MOST = 12;

/** One stroke a hearing. */
export function Tally({ count, label }: Props) {
  return (
    <span className={css.tally} role="img" aria-label={label} title={label}>
      {Array.from({ length: Math.min(count, MOST) }, (_, at) => (
        <i key={at} />
      ))}
      {count > MOST && <span aria-hidden className={css.more} />}
    </span>
  );
}
