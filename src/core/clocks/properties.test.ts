import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  capital,
  event,
  facts,
  hold,
  matter,
  order,
  ruleOf,
  said,
  samplePack,
  scope,
  years,
} from '#tests/fixtures/clock-samples';
import { evaluate, renderStep, scopesOf } from './index';
import type { PersonFacts } from './index';

const day = fc.integer({ min: 0, max: 900 }).map((n) => {
  const at = new Date(Date.UTC(2023, 5, 1) + n * 86_400_000).toISOString();
  return at.slice(0, 10);
});
const date = fc.oneof(
  day,
  fc
    .tuple(day, fc.integer({ min: 0, max: 23 }))
    .map(([d, h]) => `${d}T${String(h).padStart(2, '0')}:15`),
  day.map((d) => d.slice(0, 7)),
  day.map((d) => `${d}~`),
);
const dates = fc.array(date, { minLength: 1, maxLength: 3 }).map((all) => all.join('|'));
const type = fc.constantFrom(
  'arrest',
  'policeRemand',
  'judicialRemand',
  'preventiveDetention',
  'conviction' as const,
);

const spell = fc
  .record({
    type,
    from: fc.oneof(dates, fc.constant('')),
    until: fc.oneof(dates, fc.constant('')),
    days: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 2 }),
    isOrder: fc.boolean(),
  })
  .map((parts) => ({ ...parts, make: parts.isOrder && parts.type !== 'arrest' ? order : hold }));

const EVENTS = ['produced', 'released', 'arrested', 'groundsInformed', 'boardReported'] as const;

const anyFacts: fc.Arbitrary<PersonFacts> = fc
  .record({
    spells: fc.array(spell, { minLength: 1, maxLength: 5 }),
    events: fc.array(fc.record({ type: fc.constantFrom(...EVENTS), at: dates }), { maxLength: 4 }),
    sex: fc.subarray(['male', 'female'] as const),
    regime: fc.subarray(['ordinary', 'antiTerrorism', 'preventive'] as const),
    charges: fc.subarray([years(3), capital, { penalty: undefined, isTerrorism: true }]),
    trial: fc.oneof(dates, fc.constant('')),
    delay: fc.array(fc.nat(100), { maxLength: 2 }),
  })
  .map((parts) =>
    facts({
      spells: parts.spells.map((one, at) =>
        one.make(10 + at, one.type, one.from, { until: one.until, days: one.days }),
      ),
      events: parts.events.map((one, at) =>
        event(30 + at, one.type, one.at, { travel: [at * 10] }),
      ),
      sex: parts.sex,
      matters: [
        matter({
          regime: parts.regime,
          charges: parts.charges,
          trialConcluded: said(parts.trial),
          delayByAccusedDays: parts.delay,
        }),
      ],
    }),
  );

// Other work may share the machine: the time allowed is wide.
describe('evaluation', { timeout: 60_000 }, () => {
  it('gives the same for the same facts, and changes none of them', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(2_000_000_000), (all, now) => {
        const before = JSON.stringify(all);
        for (const rule of samplePack.rules)
          for (const one of scopesOf(rule, all))
            expect(evaluate(rule, one, now * 1000)).toEqual(evaluate(rule, one, now * 1000));
        expect(JSON.stringify(all)).toBe(before);
      }),
    );
  });

  it('never puts the latest bound before the earliest, and has a sentence for every step', () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        for (const rule of samplePack.rules)
          for (const one of scopesOf(rule, all)) {
            const { dueAt, steps, state, missing } = evaluate(rule, one);
            if (dueAt.earliest !== undefined && dueAt.latest !== undefined)
              expect(dueAt.earliest).toBeLessThanOrEqual(dueAt.latest);
            for (const step of steps) expect(renderStep(step)).not.toBe(step.code);
            if (state === 'unknown') expect(missing).not.toEqual([]);
          }
      }),
    );
  });

  it('never changes a closed clock with the day it is looked at, and says what closed it', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(2_000_000_000), (all, now) => {
        for (const rule of samplePack.rules)
          for (const one of scopesOf(rule, all)) {
            const kept = evaluate(rule, one);
            const { earliest, latest } = kept.endedAt;
            const isEnded = earliest !== undefined || latest !== undefined;
            if (kept.isOpen) expect(isEnded).toBe(false);
            else {
              expect(evaluate(rule, one, now * 1000)).toEqual(kept);
              expect(kept.state).not.toBe('running');
              if (kept.state !== 'notApplicable') expect(isEnded).toBe(true);
            }
          }
      }),
    );
  });

  it('leaves no clock open for a person who was let go after all custody began', () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        const out = { ...all, events: [...all.events, event(60, 'released', '2030-01-01T12:00')] };
        for (const rule of samplePack.rules)
          for (const one of scopesOf(rule, out)) expect(evaluate(rule, one).isOpen).toBe(false);
      }),
    );
  });

  it('says nothing of a running limit without giving its date', () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        for (const rule of samplePack.rules)
          for (const one of scopesOf(rule, all)) {
            const { dueAt, state } = evaluate(rule, one);
            if (state === 'running') expect(dueAt.earliest).toBeDefined();
          }
      }),
    );
  });

  it('warns no later than any one candidate of a disputed date would', () => {
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 4 }), (all) => {
        const at = (from: string, id: string) => {
          const rule = ruleOf(id);
          const spells = [
            rule.method === 'elapsed'
              ? hold(10, rule.holds[0] ?? 'other', from)
              : order(10, rule.holds.at(-1) ?? 'other', from, { days: [7] }),
          ];
          const matters = [matter({ regime: rule.appliesIf.regimes ?? ['ordinary'] })];
          return evaluate(rule, scope(rule, facts({ spells, matters }))).dueAt.earliest ?? Infinity;
        };
        for (const { id } of samplePack.rules)
          for (const one of all) expect(at(all.join('|'), id)).toBeLessThanOrEqual(at(one, id));
      }),
    );
  });

  it('never moves the police-remand limit later when more days are granted', () => {
    const rule = ruleOf('PK-167-15D');
    const limit = (spells: PersonFacts['spells']) =>
      evaluate(rule, scope(rule, facts({ spells }))).dueAt.earliest ?? Infinity;
    const remands = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 20 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        remands,
        day,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(4),
        (all, on, more, which) => {
          const make = (list: typeof all) =>
            list.map(([from, days], at) => order(10 + at, 'policeRemand', from, { days: [days] }));
          const longer = all.map(([from, days], at): [string, number] =>
            at === which % all.length ? [from, days + more] : [from, days],
          );
          expect(limit(make(longer))).toBeLessThanOrEqual(limit(make(all)));
          expect(limit(make([...all, [on, more]]))).toBeLessThanOrEqual(limit(make(all)));
        },
      ),
    );
  });
});
