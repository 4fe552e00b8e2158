const PERSON_NAME = 'p.id, p.label, s.place';
const HEARING_REF = `(SELECT key FROM field WHERE kind = 'hearing' AND name = 'proceeding')`;

/** The queries of Today. Each reads an index and stops at its limit; a test reads their plans. */
export const TODAY_SQL = {
  // The last order is that of the hearing before this one in the same proceeding.
  hearings: `SELECT r.id, h.on_lo, h.on_hi, coalesce(pr.court_title, pr.court, '') AS court, h.court_room,
      h.list_number, h.proceeding, x.label AS proceeding_label, pr."case" AS matter,
      m.label AS matter_label, coalesce(h.purpose, '') AS purpose, coalesce(g.label, '') AS goes,
      coalesce(h.bring, '') AS bring, h.status,
      coalesce(l.order_gist, '') AS last_order, CASE WHEN substr(l.on_lo, 1, 10) = substr(l.on_hi, 1, 10) THEN substr(l.on_lo, 1, 10) END AS last_order_on
    FROM hearing h INDEXED BY hearing_by_day
    CROSS JOIN record r ON r.key = h.rec AND r.is_trashed = 0
    LEFT JOIN record x ON x.id = h.proceeding LEFT JOIN proceeding pr ON pr.rec = x.key
    LEFT JOIN record m ON m.id = pr."case" LEFT JOIN record g ON g.id = h.goes
    LEFT JOIN hearing l ON l.rec = (SELECT b.rec FROM reference y JOIN hearing b ON b.rec = y.rec
          JOIN record z ON z.key = y.rec AND z.is_trashed = 0
        WHERE y.target = h.proceeding AND y.field = ${HEARING_REF} AND b.on_lo < h.on_lo
          AND b.order_gist IS NOT NULL
        ORDER BY b.on_lo DESC LIMIT 1)
    WHERE h.on_lo >= ? AND h.on_lo < ? AND h.on_hi < ? AND coalesce(h.status, 'fixed') <> 'cancelled'
    ORDER BY h.on_lo, h.list_number IS NULL, h.list_number, court, h.rec
    LIMIT ?`,
  hearingsTotal: `SELECT count(*) AS total FROM hearing h INDEXED BY hearing_by_day
    CROSS JOIN record r ON r.key = h.rec AND r.is_trashed = 0
    WHERE h.on_lo >= ? AND h.on_lo < ? AND h.on_hi < ? AND coalesce(h.status, 'fixed') <> 'cancelled'`,

  clocksNext: `SELECT rule, state, due_lo, max(due_hi) AS due_hi, cause, count(*) AS people, min(person) AS person
    FROM clock INDEXED BY clock_open
    WHERE is_open = 1 AND state = 'running' AND due_lo >= ?
    GROUP BY due_lo, rule, cause ORDER BY due_lo, rule, cause LIMIT ?`,
  // One for each state: a query over several could not stop early.
  clocksPast: `SELECT rule, state, due_lo, max(due_hi) AS due_hi, cause, count(*) AS people, min(person) AS person
    FROM clock INDEXED BY clock_open
    WHERE is_open = 1 AND state = ? AND due_lo < ?
    GROUP BY due_lo, rule, cause ORDER BY due_lo DESC, rule DESC, cause DESC LIMIT ?`,
  clocksPastTotal: `SELECT count(*) AS total FROM clock INDEXED BY clock_open
    WHERE is_open = 1 AND state = ? AND due_lo < ?`,
  name: 'SELECT label FROM record WHERE id = ?',

  // Two ranges, because an index keeps those without any date apart.
  neverFixed: `SELECT r.id, r.label, m.label AS matter_label, d.last_fixed FROM docket d
    JOIN record r ON r.key = d.rec JOIN proceeding p ON p.rec = d.rec
    LEFT JOIN record m ON m.id = p."case"
    WHERE d.is_pending = 1 AND d.last_fixed IS NULL LIMIT ?`,
  lastFixed: `SELECT r.id, r.label, m.label AS matter_label, d.last_fixed FROM docket d
    JOIN record r ON r.key = d.rec JOIN proceeding p ON p.rec = d.rec
    LEFT JOIN record m ON m.id = p."case"
    WHERE d.is_pending = 1 AND d.last_fixed < ? ORDER BY d.last_fixed DESC LIMIT ?`,
  neverFixedTotal: `SELECT count(*) AS total FROM docket WHERE is_pending = 1 AND last_fixed IS NULL`,
  lastFixedTotal: `SELECT count(*) AS total FROM docket WHERE is_pending = 1 AND last_fixed < ?`,

  baseless: `SELECT ${PERSON_NAME}, s.held_until AS since FROM standing s INDEXED BY standing_alarm
    JOIN record p ON p.key = s.rec
    WHERE s.is_inside = 1 AND s.has_open_hold = 0 AND (s.held_until IS NULL OR s.held_until < ?)
    ORDER BY s.held_until LIMIT ?`,
  baselessTotal: `SELECT count(*) AS total FROM standing s INDEXED BY standing_alarm
    WHERE s.is_inside = 1 AND s.has_open_hold = 0 AND (s.held_until IS NULL OR s.held_until < ?)`,
  releases: `SELECT ${PERSON_NAME}, s.release_at AS since, s.release_step AS step
    FROM standing s INDEXED BY standing_release JOIN record p ON p.key = s.rec
    WHERE s.release_step IS NOT NULL AND (s.release_at IS NULL OR s.release_at < ?)
    ORDER BY s.release_at LIMIT ?`,
  releasesTotal: `SELECT count(*) AS total FROM standing s INDEXED BY standing_release
    WHERE s.release_step IS NOT NULL AND (s.release_at IS NULL OR s.release_at < ?)`,
  unconfirmed: `SELECT ${PERSON_NAME}, nullif(s.confirmed_at, 0) AS since
    FROM standing s INDEXED BY standing_stale JOIN record p ON p.key = s.rec
    WHERE s.is_inside = 1 AND s.confirmed_at < ? ORDER BY s.confirmed_at LIMIT ?`,
  unconfirmedTotal: `SELECT count(*) AS total FROM standing s INDEXED BY standing_stale
    WHERE s.is_inside = 1 AND s.confirmed_at < ?`,

  tasks: `SELECT r.id, r.label, substr(t.due_on_hi, 1, 10) AS due, coalesce(g.label, '') AS assignee
    FROM task t INDEXED BY task_by_due JOIN record r ON r.key = t.rec AND r.is_trashed = 0
    LEFT JOIN record g ON g.id = t.assignee
    WHERE t.done_on IS NULL AND t.due_on_lo < ? AND t.due_on_hi < ? ORDER BY t.due_on_lo LIMIT ?`,
  tasksTotal: `SELECT count(*) AS total FROM task t INDEXED BY task_by_due
    JOIN record r ON r.key = t.rec AND r.is_trashed = 0
    WHERE t.done_on IS NULL AND t.due_on_lo < ? AND t.due_on_hi < ?`,
  tasksOfHearings: `SELECT r.id, r.label, date(substr(h.on_lo, 1, 10), coalesce(t.offset_days, 0) || ' days') AS due,
      coalesce(g.label, '') AS assignee
    FROM task t INDEXED BY task_by_hearing JOIN record r ON r.key = t.rec AND r.is_trashed = 0
    JOIN record x ON x.id = t.hearing AND x.is_trashed = 0 JOIN hearing h ON h.rec = x.key
    LEFT JOIN record g ON g.id = t.assignee
    WHERE t.done_on IS NULL AND t.due_on IS NULL AND t.hearing IS NOT NULL AND due < ?`,

  conflicts: `SELECT r.id, r.kind, r.label, count(*) AS paths FROM conflict x
    JOIN record r ON r.key = x.rec AND r.is_trashed = 0
    GROUP BY x.rec ORDER BY x.rec DESC LIMIT ?`,
  conflictsTotal: `SELECT count(DISTINCT x.rec) AS total FROM conflict x
    JOIN record r ON r.key = x.rec AND r.is_trashed = 0`,
} as const;
