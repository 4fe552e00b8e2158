/** An instant in universal time, to the second, as people read it. */
export const secondText = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
