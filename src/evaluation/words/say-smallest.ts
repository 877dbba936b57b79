import type { OutcomeResult } from '../model.ts';
import { sayPercent } from './say-amount.ts';

/** The smallest lasting change that the comparison could have seen; that it is not known where it is not. */
export function saySmallest(outcome: Pick<OutcomeResult, 'smallestSeen' | 'polarity'>): string {
  const said = smallestWords(outcome);
  return said === null
    ? 'How small a change this comparison could have seen is not known.'
    : `The smallest lasting change this comparison could have seen, four times in five, is ${said}.`;
}

/** The same in fewer words. */
export function saySmallestShortly(outcome: Pick<OutcomeResult, 'smallestSeen' | 'polarity'>): string {
  const said = smallestWords(outcome);
  return said === null ? saySmallest(outcome) : `The smallest change it could have seen is ${said}.`;
}

/** The same in the fewest. */
export function saySmallestShortest(outcome: Pick<OutcomeResult, 'smallestSeen' | 'polarity'>): string {
  const said = smallestWords(outcome);
  return said === null ? saySmallest(outcome) : `It could have seen ${said}.`;
}

/** "about 22% more or 18% fewer"; null where it is not known. Where neither is worse, more is taken as worse. */
function smallestWords({ smallestSeen, polarity }: Pick<OutcomeResult, 'smallestSeen' | 'polarity'>): string | null {
  if (smallestSeen === null) return null;
  const { worse, better } = smallestSeen;
  const [more, fewer] = polarity === 'more is better' ? [better, worse] : [worse, better];
  return `about ${sayPercent(more)} more or ${sayPercent(fewer)} fewer`;
}
