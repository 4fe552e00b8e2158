/** Parts of the settings, in the order of their list. */
export const SECTIONS = [
  'ready',
  'keepers',
  'recovery',
  'backups',
  'outside',
  'activity',
  'look',
  'vault',
  'wipe',
] as const;

export type SectionId = (typeof SECTIONS)[number];

/** The section an address names; the first where it names none. */
export const sectionOf = (tab: string | undefined): SectionId =>
  SECTIONS.find((id) => id === tab) ?? SECTIONS[0];
