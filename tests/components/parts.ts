/** The parts of the gallery, by the name in its address. */
export const PARTS = [
  'buttons',
  'fields',
  'choices',
  'dates',
  'signs',
  'states',
  'floating',
  'command',
  'day',
  'list',
  'person',
  'lock',
  'start',
] as const;
