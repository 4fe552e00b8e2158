import { Check } from 'lucide-react';
import { T, useText } from '#i18n';
import { Icon, text } from '#ui';
import { useFieldWords } from '../forms';
import css from './Case.module.css';
import { lostDays, type CasePage, type LostDays } from './model';

const OURS = ['accused', 'defence'];

type CauseProps = { readonly row: LostDays; readonly most: number };

function Cause({ row, most }: CauseProps) {
  const t = useText();
  const words = useFieldWords();
  const share = `${String((row.daysLost / most) * 100)}%`;
  return (
    <li className={css.cause}>
      <span className={css.causeLine}>
        <span>
          {row.reason === undefined ? t('case.lost.noReason') : words.choice(row.reason)}{' '}
          <span className={text.quieter}>
            <T id="case.lost.times" values={{ times: row.times }} />
          </span>
        </span>
        <span className={css.days}>
          <T id="case.lost.days" values={{ days: row.daysLost }} />
        </span>
      </span>
      <span className={css.by}>{words.choice(row.by)}</span>
      <span className={css.track} aria-hidden>
        <span className={css.bar} style={{ inlineSize: share }} />
      </span>
    </li>
  );
}

const sum = (rows: readonly LostDays[]): number => rows.reduce((all, row) => all + row.daysLost, 0);

/** Whether any of it may be held against the accused: it decides bail for delay. */
function Verdict({ rows }: { readonly rows: readonly LostDays[] }) {
  const ours = sum(rows.filter(({ by }) => OURS.includes(by)));
  const isClear = ours === 0 && rows.every(({ by }) => by !== 'unknown');
  return (
    <p className={css.verdict}>
      {isClear && <Icon of={Check} size="s" />}{' '}
      {ours > 0 ? (
        <T id="case.lost.ours" values={{ days: ours }} />
      ) : (
        <T id={isClear ? 'case.lost.notOurs' : 'case.lost.unclear'} />
      )}
    </p>
  );
}

/** Days lost by cause and by whom: what bail for delay rests on. */
export function DaysLost({ page }: { readonly page: CasePage }) {
  const rows = lostDays(page.proceedings);
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map((row) => row.daysLost));
  return (
    <section className={css.lost} aria-labelledby="days-lost">
      <h2 id="days-lost" className={css.heading}>
        <T id="case.lost.title" />
      </h2>
      <ul>
        {rows.map((row) => (
          <Cause key={row.key} row={row} most={most} />
        ))}
      </ul>
      <p className={css.total}>
        <span>
          <T id="case.lost.total" />
        </span>
        <span className={css.days}>
          <T id="case.lost.days" values={{ days: sum(rows) }} />
        </span>
      </p>
      <Verdict rows={rows} />
    </section>
  );
}
