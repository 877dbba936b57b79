import type { DoseResult } from '../model.ts';
import { countedNoun } from '../words/counted-noun.ts';
import { sayOdds } from '../words/say-amount.ts';

/** Chances above this are too likely by lot to make anything of. */
const TOO_LIKELY = 0.05;

/** What a table of dose beside change comes to; never that dose made no difference. */
export function sayDose({ rows, correlation, pValue, ...of }: Omit<DoseResult, 'because'>): string {
  const way = correlation < 0 ? 'fall more or rise less' : 'rise more or fall less';
  const beside = `Where ward officers were in their wards more of the time, ${countedNoun(of)} tended to ${way} than elsewhere`;
  const chance = `pairs put together by lot go together as closely with a chance of ${sayOdds(pValue)}`;
  return pValue <= TOO_LIKELY
    ? `${beside} (${rows.length} areas, rank correlation ${correlation.toFixed(2)}; ${chance}). Areas differ in much else, so this alone does not show what caused it.`
    : `Whether more time of ward officers in their wards goes with more or fewer ${countedNoun(of)} cannot be told from ${rows.length} areas (rank correlation ${correlation.toFixed(2)}; ${chance}).`;
}

/** Where how much was done (the dose) cannot be set beside what changed. */
export const NO_DOSE =
  'How much was done in each area is not on record here for these months: the only public figures of it that we know are the minutes of dedicated ward officers, published by borough from May 2018 on, so import that file where a pilot ran later.';
