import { median } from '../../lib/statistics/median.ts';

/** Measures of what happens to people who visit a place: shops and crowded streets draw both. */
export const VISITOR_MEASURES = ['theft-from-the-person', 'shoplifting'] as const;

/** From which multiple of the middle ward residents are called a poor measure. */
interface VisitedRule {
  from: string;
  multiple: number;
  because: string;
}

/** The latest last; a change is a further entry. */
export const VISITED_RULES: readonly VisitedRule[] = [
  {
    from: '2026-03-01',
    multiple: 3,
    because:
      'In the year to March 2026 Bloomsbury, Bunhill, Camden Town and Holborn & Covent Garden had over three times the middle ward of Camden and Islington; the next, King’s Cross, had 2.9 times.',
  },
];

export interface VisitedWard {
  /** Thefts from people and shops together; null where not held. */
  thefts: number | null;
  residents: number | null;
}

/**
 * How many times as many thefts from people and from shops a ward has for each resident as the middle ward, where that is
 * so many that its residents are a poor measure of who could come to harm there.
 * @returns for each ward, in order; null where it is not so many, or not known
 */
export function visitedTimes(wards: readonly VisitedWard[], asAt: string): (number | null)[] {
  const rule = VISITED_RULES.findLast(({ from }) => from <= asAt) ?? VISITED_RULES[0];
  const rates = wards.map(({ thefts, residents }) => (thefts === null || !residents ? null : thefts / residents));
  const middle = median(rates.filter((rate) => rate !== null));
  if (middle === null || middle === 0 || rule === undefined) return rates.map(() => null);
  return rates.map((rate) => (rate === null || rate / middle < rule.multiple ? null : rate / middle));
}
