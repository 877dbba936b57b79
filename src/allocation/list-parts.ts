import { andList } from '../ui/and-list.ts';
import { componentInSentence } from './component-in-sentence.ts';

/**
 * Titles of parts of demand as a list in a sentence; where one holds an "and" of its own, a comma parts it from the next:
 * "violence and robbery, and residents".
 */
export function listParts(titles: readonly string[]): string {
  const named = titles.map(componentInSentence);
  const last = named.at(-1);
  if (last === undefined || named.length < 2 || !named.some((title) => title.includes(' and '))) return andList(named);
  return `${named.slice(0, -1).join(', ')}, and ${last}`;
}
