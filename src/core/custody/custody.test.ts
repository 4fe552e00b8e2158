import { describe, expect, it } from 'vitest';
import { minutesOf, NO_BOUNDS, saidBounds } from '#core/clocks/index';
import { sampleId } from '#tests/fixtures/clock-samples';
import {
  hasBasis,
  releaseOf,
  standingOf,
  totalHeld,
  troublesOf,
  type CustodyFile,
  type EventPoint,
  type HoldSpan,
  type PlacementSpan,
} from './index';

const ZONE = 'Asia/Karachi';
const at = (wall: string) => minutesOf(wall, ZONE);
const on = (edtf: string) => (edtf === '' ? NO_BOUNDS : saidBounds([{ edtf }], ZONE));

const hold = (n: number, type: HoldSpan['type'], from: string, until = ''): HoldSpan => ({
  id: sampleId(n),
  type,
  case: undefined,
  from: on(from),
  until: on(until),
  isLifted: false,
});
const place = (n: number, name: string, from: string, until = ''): PlacementSpan => ({
  id: sampleId(n),
  type: 'jail',
  place: name,
  from: on(from),
  until: on(until),
});
const event = (n: number, type: EventPoint['type'], when: string): EventPoint => ({
  id: sampleId(n),
  type,
  at: on(when),
  hold: undefined,
});
const file = (parts: Partial<CustodyFile>): CustodyFile => ({
  holds: [],
  placements: [],
  events: [],
  ...parts,
});

describe('where a person stands', () => {
  it('is inside under the open hold and in the open place, since the first taking', () => {
    const standing = standingOf(
      file({
        holds: [
          hold(1, 'arrest', '2025-05-14T10:30', '2025-05-15'),
          hold(2, 'judicialRemand', '2025-05-15'),
        ],
        placements: [
          place(3, 'Station', '2025-05-14', '2025-05-15'),
          place(4, 'Jail', '2025-05-15'),
        ],
        events: [event(5, 'pickedUp', '2025-05-13T23:00')],
      }),
    );
    expect(standing).toMatchObject({
      status: 'inside',
      place: 'Jail',
      hasOpenHold: true,
      heldFrom: at('2025-05-13T23:00'),
    });
    expect(standing.hold?.type).toBe('judicialRemand');
  });

  it('stays inside without basis when the last basis merely ran out', () => {
    const standing = standingOf(
      file({ holds: [hold(1, 'preventiveDetention', '2025-04-16', '2025-05-15')] }),
    );
    expect(standing.isInside).toBe(true);
    expect(hasBasis(standing, at('2025-05-15T12:00'))).toBe(true);
    expect(hasBasis(standing, at('2025-05-16T00:00'))).toBe(false);
  });

  it('is out by a release, an order that lifted the hold, or death', () => {
    const open = hold(1, 'judicialRemand', '2025-05-01');
    const released = file({ holds: [open], events: [event(2, 'released', '2025-05-09')] });
    expect(standingOf(released)).toMatchObject({ status: 'released', isInside: false });
    const lifted = file({ holds: [{ ...open, isLifted: true }] });
    expect(standingOf(lifted).isInside).toBe(false);
    const died = file({ holds: [open], events: [event(2, 'died', '2025-05-09')] });
    expect(standingOf(died).status).toBe('died');
  });

  it('is inside again by a new arrest after a release, from that day', () => {
    const standing = standingOf(
      file({
        holds: [
          hold(1, 'judicialRemand', '2025-03-01', '2025-05-09'),
          hold(2, 'arrest', '2025-05-10T01:00'),
        ],
        events: [event(3, 'released', '2025-05-09T17:00')],
      }),
    );
    expect(standing).toMatchObject({ isInside: true, heldFrom: at('2025-05-10T01:00') });
  });

  it('says that nobody knows where someone is who was only picked up', () => {
    const standing = standingOf(file({ events: [event(1, 'pickedUp', '2025-05-13')] }));
    expect(standing).toMatchObject({
      status: 'whereaboutsUnknown',
      isInside: true,
      hasOpenHold: false,
    });
    expect(standingOf(file({})).status).toBe('notHeld');
  });
});

describe('a chain of release', () => {
  it('stands at its furthest step until the release', () => {
    const steps = [
      event(1, 'bailGranted', '2025-05-12T12:00'),
      event(2, 'suretyVerified', '2025-05-13T12:00'),
    ];
    expect(releaseOf(steps)).toEqual({
      step: 'suretyVerified',
      next: 'bondsAccepted',
      at: at('2025-05-13T12:00'),
    });
    expect(releaseOf([...steps, event(3, 'released', '2025-05-14')])).toBeUndefined();
    expect(releaseOf([...steps, event(3, 'rearrested', '2025-05-14')])).toBeUndefined();
    expect(releaseOf([])).toBeUndefined();
  });

  it('begins anew with a bail after a new arrest', () => {
    const events = [
      event(1, 'jailCheck', '2025-05-12'),
      event(2, 'rearrested', '2025-05-13'),
      event(3, 'bailGranted', '2025-06-01'),
    ];
    expect(releaseOf(events)?.step).toBe('bailGranted');
  });
});

describe('time without liberty', () => {
  it('counts every stretch once, whatever its bases', () => {
    const custody = file({
      holds: [
        hold(1, 'arrest', '2025-05-01T00:00', '2025-05-03T00:00'),
        hold(2, 'policeRemand', '2025-05-02T00:00', '2025-05-06T00:00'),
        hold(3, 'arrest', '2025-05-10T00:00'),
      ],
      placements: [place(4, 'Station', '2025-05-01T00:00', '2025-05-06T00:00')],
    });
    // 01.05 to 06.05 is 5 days; 10.05 to 12.05 is 2.
    expect(totalHeld(custody, at('2025-05-12T00:00'))).toBe(7 * 1440);
  });

  it('shows gaps, contradictions and ends before starts', () => {
    const custody = file({
      holds: [hold(1, 'arrest', '2025-05-01T00:00', '2025-05-03T00:00')],
      placements: [
        place(2, 'Station', '2025-05-01T00:00', '2025-05-09T00:00'),
        place(3, 'Jail', '2025-05-05T00:00', '2025-05-08T00:00'),
        place(4, 'Court', '2025-05-08T00:00', '2025-05-07T00:00'),
      ],
    });
    const found = troublesOf(custody, at('2025-05-20T00:00'));
    expect(found.map(({ kind }) => kind)).toEqual([
      'endsBeforeStart',
      'placedWithoutHold',
      'twoPlacesAtOnce',
    ]);
    expect(found[1]).toMatchObject({ from: at('2025-05-03T00:00'), until: at('2025-05-09T00:00') });
    expect(found[2]?.records).toEqual([sampleId(2), sampleId(3)]);
  });

  it('finds nothing wrong in a file that fits', () => {
    const custody = file({
      holds: [hold(1, 'arrest', '2025-05-01')],
      placements: [place(2, 'Jail', '2025-05-01')],
    });
    expect(troublesOf(custody, at('2025-05-20T00:00'))).toEqual([]);
  });
});
