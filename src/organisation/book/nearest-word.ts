import { editDistance } from '../../lib/words/edit-distance.ts';

/** Letters above which nothing is alike. */
const LONGEST = 60;

/**
 * The word that is written most like another; null when none is alike by a third of its letters.
 * @example nearestWord('constible', ['Constable', 'Sergeant']); // 'Constable'
 */
export function nearestWord(text: string, words: readonly string[]): string | null {
  // Comparing takes time by the length of both, and no word is alike that is so much longer.
  if (text.length > LONGEST) return null;
  const wanted = text.trim().toLowerCase();
  const [nearest] = words
    .map((word) => ({ word, changes: editDistance(word.toLowerCase(), wanted) }))
    .filter(({ word, changes }) => changes <= Math.max(1, word.length / 3))
    .toSorted((a, b) => a.changes - b.changes);
  return nearest?.word ?? null;
}
