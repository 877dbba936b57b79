import { editDistance } from '../../lib/words/edit-distance.ts';

/**
 * The word that is written most like another; null when none is alike by a third of its letters.
 * @example nearestWord('constible', ['Constable', 'Sergeant']); // 'Constable'
 */
export function nearestWord(text: string, words: readonly string[]): string | null {
  const wanted = text.trim().toLowerCase();
  const [nearest] = words
    .map((word) => ({ word, changes: editDistance(word.toLowerCase(), wanted) }))
    .filter(({ word, changes }) => changes <= Math.max(1, word.length / 3))
    .toSorted((a, b) => a.changes - b.changes);
  return nearest?.word ?? null;
}
