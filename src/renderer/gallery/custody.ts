import type { CustodyClock, CustodyData } from '#ui';
import { TODAY } from './sample';

type Say = (text: string) => string;

const clocks = (s: Say): readonly CustodyClock[] => [
  {
    id: 'day',
    label: s('24 hours'),
    from: '2026-04-09T16:40',
    due: '2026-04-10T18:40',
    reached: '2026-04-11T11:10',
    state: 'breached',
    text: s('breached by 16 h 30 m'),
  },
  {
    id: 'remand',
    label: s('15 days'),
    from: '2026-04-11',
    due: '2026-04-26',
    reached: '2026-04-23',
    state: 'met',
    text: s('met, 12 of 15'),
  },
  {
    id: 'report',
    label: s('report 14 d'),
    from: '2026-04-09',
    due: '2026-04-23',
    reached: TODAY,
    state: 'breached',
    text: s('breached by 5 days'),
  },
  {
    id: 'interim',
    label: s('report +3 d'),
    from: '2026-04-23',
    due: '2026-04-26',
    reached: TODAY,
    state: 'breached',
    text: s('breached by 2 days'),
  },
  {
    id: 'order',
    label: s('this order'),
    from: '2026-04-23',
    due: '2026-05-08',
    state: 'running',
    text: s('10 d'),
  },
];

/** The custody of an invented man, from being taken to the next date. */
export const custodyOf = (s: Say): CustodyData => ({
  from: '2026-04-06',
  until: '2026-05-11',
  today: TODAY,
  holds: [
    { id: 'h1', kind: 'unacknowledged', from: '2026-04-07T22:00', until: '2026-04-09T16:40' },
    { id: 'h2', kind: 'police', from: '2026-04-09T16:40', until: '2026-04-10T18:40' },
    { id: 'h3', kind: 'over', from: '2026-04-10T18:40', until: '2026-04-11T11:10' },
    {
      id: 'h4',
      kind: 'police',
      from: '2026-04-11T11:10',
      until: '2026-04-16',
      label: s('remand 5 d'),
    },
    {
      id: 'h5',
      kind: 'police',
      from: '2026-04-16',
      until: '2026-04-21',
      label: s('police remand 7 d'),
    },
    { id: 'h6', kind: 'hospital', from: '2026-04-21', until: '2026-04-23', label: s('hospital') },
    { id: 'h7', kind: 'judicial', from: '2026-04-23', until: TODAY, label: s('judicial') },
    { id: 'h8', kind: 'ahead', from: TODAY, until: '2026-05-08' },
  ],
  notes: [
    { id: 'n1', at: '2026-04-07T22:00', text: s('42 h 40 m not acknowledged'), side: 'above' },
    {
      id: 'n2',
      at: '2026-04-10T18:40',
      text: s('16 h 30 m late before a magistrate'),
      side: 'below',
      isBreach: true,
    },
  ],
  placements: [
    { id: 'p0', from: '2026-04-07T22:00', until: '2026-04-09T16:40', place: undefined },
    { id: 'p1', from: '2026-04-09T16:40', until: '2026-04-14', place: s('PS Naubahar') },
    { id: 'p2', from: '2026-04-14', until: '2026-04-23', place: s('Interrogation centre') },
    { id: 'p3', from: '2026-04-23', until: '2026-05-08', place: s('District Jail Sangam') },
  ],
  court: [
    { id: 'c1', at: '2026-04-11T11:10', label: s('produced') },
    { id: 'c2', at: '2026-04-16', label: s('extended') },
    { id: 'c3', at: '2026-04-23', label: s('to jail') },
    { id: 'c4', at: TODAY, label: s('bail') },
    { id: 'c5', at: '2026-05-08', label: s('due') },
  ],
  clocks: clocks(s),
  events: [
    {
      id: 'e6',
      when: '28 Apr 09:00',
      what: s('Bail petition: arguments'),
      where: s('ATC Naubahar, room 2'),
      source: s('cause list'),
    },
    {
      id: 'e5',
      when: '23 Apr 11:00',
      what: s('Judicial remand, 15 days'),
      where: s('ATC Naubahar'),
      source: s('order, certain'),
    },
    {
      id: 'e4',
      when: '16 Apr 10:00',
      what: s('Police remand, 7 days more'),
      where: s('ATC Naubahar'),
      source: s('order, certain'),
    },
    {
      id: 'e3',
      when: '14 Apr',
      what: s('Moved; family not told'),
      where: s('Interrogation centre'),
      source: s('letter, likely'),
    },
    {
      id: 'e2',
      when: '11 Apr 11:10',
      what: s('First produced; police remand, 5 days'),
      where: s('Duty Magistrate, Naubahar'),
      source: s('order, certain'),
    },
    {
      id: 'e1',
      when: '9 Apr 16:40',
      what: s('Arrest shown, FIR 41/2026'),
      where: s('PS Naubahar'),
      source: s('arrest memo'),
    },
    {
      id: 'e0',
      when: '7 Apr ~22:00',
      what: s('Taken from home by four men'),
      where: s('Mohalla Bagh, Naubahar'),
      source: s('wife, likely'),
    },
  ],
});
