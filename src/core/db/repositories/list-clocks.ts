import {
  atTime,
  PACK_MISSING,
  renderStep,
  withRule,
  type ClockResult,
  type Finding,
} from '#core/clocks/index';
import type { Pack } from '#core/packs/index';
import type { RecordId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';

/** One clock as it is shown: the result at a time, its reasoning in sentences, whom and what it is about. */
export type ListedClock = ClockResult & {
  readonly label: string;
  readonly person: RecordId;
  readonly personLabel: string;
  /** The hold or order it runs over. */
  readonly subject: RecordId;
  readonly matter: RecordId | undefined;
  readonly matterLabel: string;
  /** The reasoning, line by line, in English. */
  readonly lines: readonly string[];
  readonly consequence: string;
  readonly remedy: string;
  readonly extension: string;
};

export type ClockQuery = {
  readonly nowMs: number;
  /** A person, a case, or the hold or order a clock runs over; without it all. */
  readonly about?: RecordId;
  readonly isOpen?: boolean;
  /** Open limits that are still to come, the soonest first, or that passed or were broken, the latest first. */
  readonly when?: 'upcoming' | 'passed';
  readonly limit?: number;
  readonly offset?: number;
};

type Row = {
  readonly person: Uint8Array;
  readonly person_label: string | null;
  readonly subject: Uint8Array;
  readonly rule: string;
  readonly matter: Uint8Array | null;
  readonly matter_label: string | null;
  readonly state: ClockResult['state'];
  readonly is_open: number;
  readonly result: string;
};

const SELECT = `SELECT k.person, p.label AS person_label, r.id AS subject, k.rule, k.matter,
    m.label AS matter_label, k.state, k.is_open, k.result
  FROM clock k JOIN record r ON r.key = k.rec
  LEFT JOIN record p ON p.id = k.person LEFT JOIN record m ON m.id = k.matter`;

const SELECT_PAGE = `SELECT k.person, p.label AS person_label, r.id AS subject, k.rule, k.matter,
    m.label AS matter_label, k.state, k.is_open, k.result
  FROM (SELECT person, rec, rule FROM clock WHERE %where%
    ORDER BY due_lo, person, rec, rule LIMIT ? OFFSET ?) AS page
  CROSS JOIN clock k ON k.person = page.person AND k.rec = page.rec AND k.rule = page.rule
  JOIN record r ON r.key = k.rec
  LEFT JOIN record p ON p.id = k.person LEFT JOIN record m ON m.id = k.matter`;

const ABOUT: Readonly<Record<string, string>> = {
  person: 'k.person = ?',
  case: 'k.matter = ?',
  hold: 'k.rec = (SELECT key FROM record WHERE id = ?)',
  order: 'k.rec = (SELECT key FROM record WHERE id = ?)',
};

/** `running` turns to due with time alone, which the table does not know. */
const WHEN = {
  upcoming: { where: `k.is_open = 1 AND k.state = 'running' AND k.due_lo >= ?`, order: 'k.due_lo' },
  passed: {
    where: `k.is_open = 1 AND (k.state IN ('due', 'breached') OR (k.state = 'running' AND k.due_lo < ?))`,
    order: 'k.due_lo DESC',
  },
} as const;

function timedRows(db: ReadableDb) {
  const kindOf = db.prepare<{ kind: string }>('SELECT kind FROM record WHERE id = ?');
  return (query: ClockQuery, when: keyof typeof WHEN): readonly Row[] => {
    const subject =
      query.about === undefined ? undefined : ABOUT[kindOf.get(idToBytes(query.about))?.kind ?? ''];
    if (query.about !== undefined && subject === undefined) return [];
    const { where, order } = WHEN[when];
    return db
      .prepare<Row>(
        `${SELECT} WHERE ${where} ${subject === undefined ? '' : `AND ${subject}`}
          ORDER BY ${order}, k.person, k.rec, k.rule LIMIT ? OFFSET ?`,
      )
      .all(
        Math.floor(query.nowMs / 60_000),
        ...(query.about === undefined ? [] : [idToBytes(query.about)]),
        query.limit ?? -1,
        query.offset ?? 0,
      );
  };
}

/** Reads the rows asked for, in order. */
function clockRows(db: ReadableDb) {
  const timed = timedRows(db);
  const kindOf = db.prepare<{ kind: string }>('SELECT kind FROM record WHERE id = ?');
  const about = (id: RecordId, query: ClockQuery): readonly Row[] => {
    const bytes = idToBytes(id);
    const sql = ABOUT[kindOf.get(bytes)?.kind ?? 'person'];
    if (sql === undefined) return [];
    const open = query.isOpen === undefined ? '' : `AND k.is_open = ${query.isOpen ? '1' : '0'}`;
    return db
      .prepare<Row>(
        `${SELECT} WHERE ${sql} ${open}
          ORDER BY k.is_open DESC, k.due_lo IS NULL, k.due_lo, k.person, k.rec, k.rule
          LIMIT ? OFFSET ?`,
      )
      .all(bytes, query.limit ?? -1, query.offset ?? 0);
  };

  // Over the whole vault each part is read in the order of an index, and no further than asked.
  const everything = (query: ClockQuery): readonly Row[] => {
    const rows: Row[] = [];
    let skip = query.offset ?? 0;
    const states = query.isOpen === undefined ? [1, 0] : [query.isOpen ? 1 : 0];
    for (const isOpen of states)
      for (const dated of ['IS NOT NULL', 'IS NULL']) {
        const where = `is_open = ? AND due_lo ${dated}`;
        const left = query.limit === undefined ? -1 : query.limit - rows.length;
        if (left === 0) return rows;
        const page = db
          .prepare<Row>(
            `${SELECT_PAGE.replace('%where%', () => where)} ORDER BY k.due_lo, k.person, k.rec, k.rule`,
          )
          .all(isOpen, left, skip);
        rows.push(...page);
        if (page.length > 0 || skip === 0) skip = 0;
        else
          skip -=
            db
              .prepare<{ total: number }>(`SELECT count(*) AS total FROM clock WHERE ${where}`)
              .get(isOpen)?.total ?? 0;
      }
    return rows;
  };

  return (query: ClockQuery): readonly Row[] => {
    if (query.when !== undefined) return timed(query, query.when);
    return query.about === undefined ? everything(query) : about(query.about, query);
  };
}

type ShownRule = Parameters<typeof withRule>[0] &
  Pick<Pack['rules'][number], 'label' | 'consequence' | 'remedy' | 'extension'>;

const NOTHING = { en: '' };

/** What stands for the rules of a pack that is not at hand. */
const noRule = ({ asOf }: Pack): ShownRule => ({
  id: PACK_MISSING,
  label: { en: 'Limits of the law that this case follows' },
  basis: 'none: the rules are not in this program',
  confidence: 'L',
  status: 'unverified',
  asOf,
  consequence: NOTHING,
  remedy: { en: 'Work the limits out by hand and keep them as tasks.' },
  extension: NOTHING,
});

/** Reads kept clocks; those that run out first come first, those without a date last. */
export function clockList(db: ReadableDb, pack: Pack) {
  const rowsOf = clockRows(db);
  const rules = new Map<string, ShownRule>(
    [...pack.rules, noRule(pack)].map((rule) => [rule.id, rule]),
  );

  const show = (row: Row, nowMs: number): readonly ListedClock[] => {
    const rule = rules.get(row.rule);
    if (rule === undefined) return [];
    const kept = JSON.parse(row.result) as Omit<Finding, 'state' | 'isOpen'>;
    const found: Finding = {
      ...kept,
      startsAt: withBounds(kept.startsAt),
      dueAt: withBounds(kept.dueAt),
      endedAt: withBounds(kept.endedAt),
      state: row.state,
      isOpen: row.is_open === 1,
    };
    return [
      {
        ...atTime(withRule(rule, found), nowMs),
        label: rule.label.en,
        person: idFromBytes<RecordId>(row.person),
        personLabel: row.person_label ?? '',
        subject: idFromBytes<RecordId>(row.subject),
        matter: row.matter === null ? undefined : idFromBytes<RecordId>(row.matter),
        matterLabel: row.matter_label ?? '',
        lines: found.steps.map(renderStep),
        consequence: rule.consequence.en,
        remedy: rule.remedy.en,
        extension: rule.extension.en,
      },
    ];
  };

  return (query: ClockQuery): readonly ListedClock[] =>
    rowsOf(query).flatMap((row) => show(row, query.nowMs));
}

// JSON drops what is undefined; the type has the keys.
const withBounds = (bounds: Partial<Finding['dueAt']>): Finding['dueAt'] => ({
  earliest: bounds.earliest,
  latest: bounds.latest,
});
