const MOST_LETTERS = 120;

/**
 * What another program said, fit for a sentence of ours: one line, no control characters, at most 120 letters.
 * @example oneLine('Parser Error:\n  "a') // 'Parser Error: "a'
 */
export function oneLine(said: string): string {
  const line = said.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS - 1)}…` : line;
}
