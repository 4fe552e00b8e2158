import { wallBounds, type ListedClock } from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { foundBy, given } from './lists';

const MINUTE_MS = 60_000;

/** A clock as it crosses: wall times, reasoning in sentences, nothing of how it was found. */
function shownClock(clock: ListedClock) {
  const { zone, startsAt, dueAt, endedAt, override } = clock;
  const due = dueAt.earliest;
  return {
    rule: clock.rule,
    label: clock.label,
    state: clock.state,
    isOpen: clock.isOpen,
    lines: clock.lines,
    missing: clock.missing,
    basis: clock.basis,
    confidence: clock.confidence,
    status: clock.status,
    asOf: clock.asOf,
    consequence: clock.consequence,
    remedy: clock.remedy,
    extension: clock.extension,
    person: clock.person,
    personLabel: clock.personLabel,
    subject: clock.subject,
    matter: clock.matter,
    matterLabel: clock.matterLabel,
    startsAt: wallBounds(startsAt, zone),
    dueAt: wallBounds(dueAt, zone),
    endedAt: wallBounds(endedAt, zone),
    dueMs: due === undefined ? undefined : due * MINUTE_MS,
    override: override && {
      ...override,
      original: {
        state: override.original.state,
        dueAt: wallBounds(override.original.dueAt, zone),
      },
    },
  };
}

export function clockHandlers(desk: Desk): Handlers<'clocks'> {
  return {
    list: ({ limit, offset, ...rest }) =>
      desk
        .file()
        .clocks({ limit, offset, ...given(rest) })
        .map(shownClock),
  };
}

export function caseHandlers(desk: Desk): Handlers<'cases'> {
  return {
    list: ({ text, limit, offset, ...rest }) => {
      const file = desk.file();
      const among = foundBy(file, text, 'case');
      return file.cases({ limit, offset, ...given({ ...rest, among }) });
    },
    facets: () => desk.file().caseFacets(),
    one: ({ id }) => {
      const page = desk.file().casePage(id);
      return { ...page, clocks: page.clocks.map(shownClock) };
    },
  };
}

export function personHandlers(desk: Desk): Handlers<'persons'> {
  return {
    one: ({ id }) => {
      const page = desk.file().personPage(id);
      return { ...page, clocks: page.clocks.map(shownClock) };
    },
  };
}
