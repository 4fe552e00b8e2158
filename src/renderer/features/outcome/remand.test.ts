import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { BLANK, enteredOf, whatMeant, whatsOf } from './model';
import { remandAsked, remandFault, remandsOf, saidOf } from './remand';

const HEARING = '01900000-0000-7000-8000-000000000001' as RecordId;
const FIRST = '01900000-0000-7000-8000-000000000002' as RecordId;
const SECOND = '01900000-0000-7000-8000-000000000003' as RecordId;
const THIRD = '01900000-0000-7000-8000-000000000004' as RecordId;
const held = (id: RecordId) => ({ id, isFree: false });
const ALL = [FIRST, SECOND, THIRD].map(held);
const day = '2026-04-05';

const WHATS = whatsOf([{ code: 'REMAND_GRANTED', label: 'remand granted' }], (status) => status);
const granted = whatMeant('remand granted', WHATS);
const adjourned = whatMeant('adjourned', WHATS);

const KINDS = [
  { id: 'policeRemand', label: 'police remand' },
  { id: 'judicialRemand', label: 'judicial remand' },
  { id: 'none', label: 'no order' },
];
const askedAt = (what: typeof granted, purpose: string | undefined) =>
  remandAsked(what, purpose, KINDS);

describe('a hearing at which remand is decided', () => {
  it('asks for the order, and needs it where remand was granted', () => {
    expect(askedAt(granted, 'BAIL')).toMatchObject({ isAsked: true, isNeeded: true });
    expect(askedAt(adjourned, 'REMAND_EXTENSION')).toMatchObject({
      isAsked: true,
      isNeeded: false,
    });
    expect(askedAt(adjourned, 'EVIDENCE').isAsked).toBe(false);
    expect(askedAt(undefined, 'POLICE_REMAND').isAsked).toBe(false);
  });

  it('takes the kind from its purpose only where remand was granted', () => {
    expect(askedAt(granted, 'POLICE_REMAND').usual).toBe('policeRemand');
    expect(askedAt(adjourned, 'POLICE_REMAND').usual).toBeUndefined();
    expect(askedAt(granted, 'FIRST_PRODUCTION').usual).toBeUndefined();
  });

  it('takes a kind that is begun so that only one fits, and no other', () => {
    const asked = askedAt(granted, undefined);
    const meant = (all: string, own?: string) =>
      saidOf({ remand: all }, own === undefined ? undefined : { remand: own }, asked).remand;
    expect(meant('police')).toBe('policeRemand');
    expect(meant(' Jud')).toBe('judicialRemand');
    expect(meant('jud', 'pol')).toBe('policeRemand');
    expect(meant('p')).toBe('p');
    expect(meant('custody')).toBe('custody');
    expect(meant('judicialRemand')).toBe('judicialRemand');
  });

  it('says what is wrong with the kind or the end', () => {
    const asked = askedAt(granted, undefined);
    const fault = (remand: string | undefined, until = '') =>
      remandFault({ remand, until }, asked, day);
    expect(fault(undefined)).toBe('missing');
    expect(fault('custody')).toBe('unknown');
    expect(fault('none', '31.2.2026')).toBeUndefined();
    expect(fault('policeRemand', '31.2.2026')).toBe('date');
    expect(fault('policeRemand', '4.4.2026')).toBe('past');
    expect(fault('policeRemand', '+5d')).toBeUndefined();
    expect(remandFault({ remand: '', until: '' }, askedAt(adjourned, 'BAIL'), day)).toBe(undefined);
  });

  it('writes one order for all who got the same, and none for whom it was refused', () => {
    const typed = {
      ...BLANK,
      all: { remand: 'policeRemand', until: '+4d' },
      exceptions: {
        [SECOND]: { remand: 'judicialRemand', until: '+13d' },
        [THIRD]: { remand: 'none' },
      },
    };
    expect(
      remandsOf(typed, ALL, askedAt(granted, undefined), { day, nextOn: '2026-04-09' }),
    ).toEqual([
      { type: 'policeRemand', until: '2026-04-09', accused: [FIRST] },
      { type: 'judicialRemand', until: '2026-04-18', accused: [SECOND] },
    ]);
  });

  it('leaves out who is on bail, unless it is said of them by name', () => {
    const asked = askedAt(granted, 'JUDICIAL_REMAND');
    const free = { id: SECOND, isFree: true };
    const covered = (exceptions: Readonly<Record<string, { remand: string }>>) =>
      remandsOf({ ...BLANK, exceptions }, [held(FIRST), free], asked, {
        day,
        nextOn: undefined,
      }).flatMap(({ accused }) => accused);
    expect(covered({})).toEqual([FIRST]);
    expect(covered({ [SECOND]: { remand: 'judicialRemand' } })).toEqual([FIRST, SECOND]);
  });

  it('runs until the next date where no end was typed', () => {
    const asked = askedAt(granted, 'JUDICIAL_REMAND');
    const nextOn = '2026-04-18T09:30';
    expect(remandsOf(BLANK, [held(FIRST)], asked, { day, nextOn })).toEqual([
      { type: 'judicialRemand', until: '2026-04-18', accused: [FIRST] },
    ]);
    expect(
      remandsOf(BLANK, [held(FIRST)], asked, { day, nextOn: undefined })[0]?.until,
    ).toBeUndefined();
    expect(saidOf({ remand: 'none' }, undefined, asked).remand).toBe('none');
  });

  it('sends the orders with the outcome', () => {
    if (granted === undefined) throw new Error('remand granted is on the list');
    const remands = [{ type: 'policeRemand', until: '2026-04-09', accused: [FIRST] }] as const;
    const meant = { what: granted, reason: undefined, by: undefined, nextOn: undefined, remands };
    expect(enteredOf(HEARING, BLANK, meant, [FIRST], 'Asia/Karachi').orders).toEqual([
      {
        accused: [FIRST],
        edits: [
          { path: 'type', value: 'policeRemand' },
          { path: 'until', value: { edtf: '2026-04-09', zone: 'Asia/Karachi' } },
        ],
      },
    ]);
  });
});
