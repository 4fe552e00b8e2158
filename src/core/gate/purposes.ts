import { LEVELS, type Level } from '#shared/domain/levels';

/**
 * What something leaves for, and the levels that may leave for it. Papers have readers; bundles have
 * desks. Whoever is not listed with a level never gets a value of it.
 */
const PURPOSE_LEVELS = {
  counsel: LEVELS,
  committee: ['team', 'public'],
  campaign: ['public'],
  court: LEVELS,
  family: ['team', 'public'],
  media: ['public'],
  un: ['team', 'public'],
} as const satisfies Readonly<Record<string, readonly Level[]>>;

export type Purpose = keyof typeof PURPOSE_LEVELS;

export { SHARE_PURPOSES, type SharePurpose } from '#shared/domain/sharing';

/** Levels that may leave for a purpose, the strictest first; `strictest` may narrow them further. */
export const levelsFor = (purpose: Purpose, strictest?: Level): readonly Level[] => {
  const allowed: readonly Level[] = PURPOSE_LEVELS[purpose];
  return strictest === undefined
    ? allowed
    : allowed.filter((level) => LEVELS.indexOf(level) >= LEVELS.indexOf(strictest));
};
