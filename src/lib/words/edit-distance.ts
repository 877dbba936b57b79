/**
 * Letters to add, drop or change to make one text of another.
 * @source Levenshtein (1966), Binary codes capable of correcting deletions, insertions and reversals
 * @example editDistance('constible', 'constable'); // 1
 */
export function editDistance(from: string, to: string): number {
  const letters = [...to];
  let row = Array.from({ length: letters.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...from].entries()) {
    const above = row;
    row = [line + 1];
    for (const [at, other] of letters.entries()) {
      const change = (above[at] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min((above[at + 1] ?? 0) + 1, (row[at] ?? 0) + 1, change));
    }
  }
  return row[letters.length] ?? 0;
}
