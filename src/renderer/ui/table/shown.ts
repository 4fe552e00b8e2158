import type { ReactNode } from 'react';

/** Whether React draws anything for it: a list that is not read yet has no row that says it is empty. */
export const isShown = (node: ReactNode): boolean =>
  node !== undefined && node !== null && typeof node !== 'boolean' && node !== '';
