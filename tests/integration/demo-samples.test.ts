import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '#shared/domain/edtf';
import { fieldDef } from '#shared/domain/registry';
import type { JsonValue } from '#core/changes/model';
import { readRecord } from '#core/import/record';

const FOLDER = 'resources/samples';

type Row = { readonly kind: string; readonly id: string } & Readonly<Record<string, JsonValue>>;

const manifest = JSON.parse(readFileSync(`${FOLDER}/manifest.json`, 'utf8')) as {
  readonly referenceDay: string;
  readonly records: readonly string[];
  readonly attachments: readonly { readonly file: string; readonly about: string }[];
};
const lines = manifest.records.flatMap((file) =>
  readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n'),
);
const rows = lines.map((text) => JSON.parse(text) as Row);
const byId = new Map(rows.map((row) => [row.id, row]));
const ofKind = (kind: string): readonly Row[] => rows.filter((row) => row.kind === kind);
const count = (kind: string, field: string, value: JsonValue): number =>
  ofKind(kind).filter((row) => row[field] === value).length;

const edtf = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : (value as { edtf?: string } | undefined)?.edtf;
const earliest = (value: JsonValue | undefined): string =>
  boundsOf(edtf(value) ?? '../..').earliest ?? '';
const latest = (value: JsonValue | undefined): string => {
  const text = edtf(value);
  return text === undefined ? '9999' : (boundsOf(text).latest ?? '9999');
};

const today = `${manifest.referenceDay}T12:00`;
const isOpen = (row: Row): boolean =>
  earliest(row['from']) <= today && today <= latest(row['until']);

describe('the sample set', () => {
  it('is read by the importer without a fault', () => {
    const faults = lines.flatMap((text, at) => {
      const read = readRecord(text);
      return read.isOk ? [] : [{ id: rows[at]?.id, flaws: read.flaws }];
    });
    expect(faults).toEqual([]);
  });

  it('uses every key once, and names only records of the set and of a kind that fits', () => {
    expect(byId.size).toBe(rows.length);
    const wrong = lines.flatMap((text) => {
      const read = readRecord(text);
      if (!read.isOk) return [];
      return read.record.values
        .flatMap((value) => value.refs)
        .filter(({ target, to }) => {
          const kind = byId.get(target)?.kind;
          return kind === undefined || (to !== '*' && !to.some((allowed) => allowed === kind));
        })
        .map(({ target, at }) => `${read.record.id} ${at} → ${target}`);
    });
    expect(wrong).toEqual([]);
    expect(manifest.attachments.filter(({ about }) => !byId.has(about))).toEqual([]);
  });

  it('has the people, cases and hearings of its story', () => {
    expect(count('person', 'incident', 'in-01')).toBe(40);
    expect(ofKind('case')).toHaveLength(9);
    expect(ofKind('hearing')).toHaveLength(60);
    const accused = ofKind('accused').filter((row) => row['case'] === 'c-01');
    expect(accused).toHaveLength(13);
    const held = accused.filter((row) => JSON.stringify(row['statuses']).includes('"arrested"'));
    expect(held).toHaveLength(4);
    expect(ofKind('custodyEvent').filter((row) => row['type'] === 'rearrested')).toHaveLength(2);
  });

  it('says that it is a sample in every file and on every person, contact and case', () => {
    const unsaid = rows
      .filter(({ kind }) => ['person', 'contact', 'case'].includes(kind))
      .filter((row) => !(row['tags'] as readonly string[]).includes('sample'));
    expect(unsaid).toEqual([]);
    for (const file of [...manifest.records, ...manifest.attachments.map(({ file }) => file)])
      expect(file).toMatch(/(^|\/)sample-/u);
  });

  it('chains each proceeding of hearings forward in time without a gap', () => {
    const followed = new Set(ofKind('hearing').map((row) => row['next']));
    for (const hearing of ofKind('hearing')) {
      const next = byId.get(hearing['next'] as string);
      if (next === undefined) continue;
      expect(next['proceeding']).toBe(hearing['proceeding']);
      expect(earliest(next['on']) > earliest(hearing['on'])).toBe(true);
    }
    for (const proceeding of ofKind('proceeding')) {
      const chain = ofKind('hearing').filter((row) => row['proceeding'] === proceeding.id);
      expect(chain.filter((row) => !followed.has(row.id))).toHaveLength(1);
    }
  });

  it('gives a reason and who caused it for each adjournment, and an outcome for what was heard', () => {
    for (const hearing of ofKind('hearing')) {
      const isPast = earliest(hearing['on']) < `${manifest.referenceDay}T00:00`;
      if (hearing['status'] === 'adjourned') {
        expect(hearing, hearing.id).toHaveProperty('adjournReason');
        expect(hearing, hearing.id).toHaveProperty('adjournedBy');
      } else if (hearing['status'] !== 'fixed')
        expect(hearing, hearing.id).toHaveProperty('outcome');
      if (isPast && hearing.id !== 'h-0704')
        expect(hearing['status'], hearing.id).not.toBe('fixed');
      if (!isPast) expect(hearing['status'], hearing.id).toBe('fixed');
    }
  });

  it('ends each hold and stay after it began, and lets no two stays of a person overlap by a day', () => {
    for (const row of [...ofKind('hold'), ...ofKind('placement')])
      expect(latest(row['until']) >= earliest(row['from']), row.id).toBe(true);
    for (const person of ofKind('person')) {
      const stays = ofKind('placement')
        .filter((row) => row['person'] === person.id)
        .sort((a, b) => (earliest(a['from']) < earliest(b['from']) ? -1 : 1));
      for (const [at, stay] of stays.entries()) {
        const next = stays[at + 1];
        if (next !== undefined)
          expect(earliest(stay['until']) <= latest(next['from']), stay.id).toBe(true);
      }
    }
  });

  it('has exactly one person inside with no open hold: the boy without an order', () => {
    const inside = ofKind('placement')
      .filter(isOpen)
      .map((row) => row['person']);
    const held = new Set(
      ofKind('hold')
        .filter(isOpen)
        .map((row) => row['person']),
    );
    expect(inside.filter((person) => !held.has(person))).toEqual(['p-04']);
    const insideNow = new Set(inside);
    expect([...held].filter((person) => !insideNow.has(person))).toEqual([]);
  });

  it('agrees between hold, order and person', () => {
    for (const hold of ofKind('hold')) {
      const order = byId.get((hold['order'] ?? '') as string);
      if (order === undefined) continue;
      const covered = (order['persons'] as readonly { person: string }[]).map((one) => one.person);
      expect(covered, hold.id).toContain(hold['person']);
      expect(order['case'], hold.id).toBe(hold['case']);
    }
  });

  it('gives each order of a period as many days as lie between its dates', () => {
    for (const order of ofKind('order').filter((row) => row['days'] !== undefined)) {
      const from = Date.parse(earliest(order['from']).slice(0, 10));
      const until = Date.parse(latest(order['until']).slice(0, 10));
      const apart = Math.round((until - from) / 86_400_000);
      // A detention of thirty days counts its first day; remands run from date to date.
      expect(order['days'], order.id).toBe(order['type'] === 'detention' ? apart + 1 : apart);
    }
  });

  it('knows the sections that it charges, but for one that is typed by hand', () => {
    const pack = JSON.parse(readFileSync('resources/packs/pk/sections.json', 'utf8')) as {
      readonly sections: readonly { readonly code: string }[];
    };
    const known = new Set(pack.sections.map(({ code }) => code));
    const charges = ofKind('charge');
    expect(charges.filter((row) => row['section'] === undefined)).toHaveLength(1);
    const used = charges.flatMap((row) => (row['section'] === undefined ? [] : [row['section']]));
    expect(used.filter((code) => !known.has(code as string))).toEqual([]);
  });

  it('has rival accounts of one hour of arrest, one of them preferred with a reason', () => {
    const rivals = ofKind('claim').filter((row) => row['about'] === 'k-arr-p-01');
    expect(rivals).toHaveLength(2);
    const preferred = rivals.filter((row) => row['preferred'] === true);
    expect(preferred).toHaveLength(1);
    expect(preferred[0]).toHaveProperty('preferredReason');
    expect(fieldDef('hold', 'from')?.type).toBe('date');
    expect(byId.get('k-arr-p-01')?.['from']).toEqual(preferred[0]?.['value']);
  });
});
