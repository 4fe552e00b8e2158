const ACT = /^[A-Za-z]+-/u;

/** Sections as one writes them: the act once, then the numbers, as in `PPC-147, 149, MPO-16`. */
export function sectionsInShort(sections: readonly string[]): string {
  const actOf = (section = ''): string => ACT.exec(section)?.[0] ?? '';
  return sections
    .map((section, at) => {
      const act = actOf(section);
      return act !== '' && act === actOf(sections[at - 1]) ? section.slice(act.length) : section;
    })
    .join(', ');
}
