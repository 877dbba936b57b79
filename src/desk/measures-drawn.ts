import type { Measure } from '../measures/index.ts';

/** Drawn when demand counts fewer: what most readers ask first. */
const HEADLINES = [
  'recorded-crime',
  'violence-and-robbery',
  'residential-burglary',
  'anti-social-behaviour',
  'violence-against-women-and-girls',
  'street-crime',
];
/** Charts on a page, unless demand counts more parts. */
const DRAWN = 6;

/** Measures of a ward, in the catalogue's order: those drawn at once, and those a reader can ask for. */
export interface MeasuresDrawn {
  drawn: Measure[];
  others: Measure[];
}

/**
 * Chooses what a ward's page draws at once: all that demand counts, then headlines, then whatever comes first.
 * @param held monthly measures that have figures for the ward, in the catalogue's order
 * @param counted names of the measures that demand counts in the plan in force
 */
export function measuresDrawn(held: readonly Measure[], counted: readonly string[]): MeasuresDrawn {
  const names = held.map(({ name }) => name);
  const ranked = [...new Set([...counted, ...HEADLINES, ...names])].filter((name) => names.includes(name));
  const ofDemand = ranked.filter((name) => counted.includes(name)).length;
  const drawn = new Set(ranked.slice(0, Math.max(DRAWN, ofDemand)));
  return {
    drawn: held.filter(({ name }) => drawn.has(name)),
    others: held.filter(({ name }) => !drawn.has(name)),
  };
}
