/**
 * The names nearest to what someone typed, for a suggestion: by the fewest letters to change, add, leave out or swap,
 * a name that holds what was typed counting as near; none that are too far.
 * @param most how many at most
 * @source Levenshtein, V. I. (1966), Binary codes capable of correcting deletions, insertions, and reversals
 */
export function nearNames(text: string, names: readonly string[], most = 3): string[] {
  const wanted = text.trim().toLowerCase();
  const furthest = Math.max(2, Math.floor(wanted.length / 3));
  return names
    .map((name) => ({ name, distance: distanceTo(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= furthest)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

function distanceTo(wanted: string, name: string): number {
  return wanted.length > 2 && name.includes(wanted) ? 1 : edits(wanted, name);
}

function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + Number(from[i - 1] !== to[j - 1]);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
