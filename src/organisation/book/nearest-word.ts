/**
 * The word that is written most like another; null when none is alike by a third of its letters.
 * @example nearestWord('constible', ['Constable', 'Sergeant']); // 'Constable'
 */
export function nearestWord(text: string, words: readonly string[]): string | null {
  const wanted = text.trim().toLowerCase();
  const [nearest] = words
    .map((word) => ({ word, changes: lettersToChange(word.toLowerCase(), wanted) }))
    .filter(({ word, changes }) => changes <= Math.max(1, word.length / 3))
    .toSorted((a, b) => a.changes - b.changes);
  return nearest?.word ?? null;
}

/** Letters to add, drop or change: Levenshtein's distance. */
function lettersToChange(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (let at = 0; at < to.length; at += 1)
      next.push(Math.min((row[at] ?? 0) + (letter === to[at] ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    row = next;
  }
  return row[to.length] ?? 0;
}
