/** A label cut at the first place where the query occurs, whatever the case: before, hit, after. */
export function markOf(label: string, query: string): readonly [string, string, string] {
  const wanted = query.trim().toLocaleLowerCase();
  const folded = label.toLocaleLowerCase();
  // Some letters change length in lower case; then a place in one is not a place in the other.
  const at = wanted === '' || folded.length !== label.length ? -1 : folded.indexOf(wanted);
  if (at < 0) return [label, '', ''];
  const end = at + wanted.length;
  return [label.slice(0, at), label.slice(at, end), label.slice(end)];
}
