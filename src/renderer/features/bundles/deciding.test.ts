import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { SENDER_STANDINGS } from '#shared/domain/sharing';
import { asksForWord, isClosedTo, isTaken, takenOf, type Deciding } from './deciding';

const ID = '01980000-0000-7000-8000-000000000001' as RecordId;
const OTHER = '01980000-0000-7000-8000-000000000002' as RecordId;

const some = (from: Deciding['from']): Deciding => ({
  ...{ from, but: new Set([ID]), rest: 'setAside', despite: false, apart: new Set() },
  answers: { deletes: 'setAside', 'lowers-level': 'setAside', 'purged-here': 'setAside' },
});

describe('what is taken of a bundle', () => {
  it('is all but some, or none but some', () => {
    expect([isTaken(some('all'), ID), isTaken(some('all'), OTHER)]).toEqual([false, true]);
    expect([isTaken(some('none'), ID), isTaken(some('none'), OTHER)]).toEqual([true, false]);
    expect([takenOf(some('all'), 7), takenOf(some('none'), 7)]).toEqual([6, 1]);
  });

  it('is nothing from a card that changed, was revoked or lay on a seized desk', () => {
    expect(SENDER_STANDINGS.filter(isClosedTo)).toEqual(['changed', 'revoked', 'seized']);
    expect(SENDER_STANDINGS.filter(asksForWord)).toEqual(['unknown', 'unverified']);
  });
});
