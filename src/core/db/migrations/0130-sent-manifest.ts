/** What a receipt for a bundle must name. */
export const up0130 = `
  -- Hash of its manifest; null for one that an older program made.
  ALTER TABLE sent ADD COLUMN manifest BLOB;
`;
