import type { Method, Panel, Placebo } from '../../lib/causal/index.ts';
import type { OutcomeResult } from '../model.ts';
import { effectsNeeded, percentOfEffect } from './effects-needed.ts';
import { sizesOf } from './pretend-pilots.ts';
import { calledOnce } from './rule-of-lot.ts';
import { seenFourInFive } from './seen-with-chance.ts';
import { someOf } from './some-of.ts';

/** Groups without a treated area as they turned out, in which changes are sought that were not there. */
export interface SeenAmong {
  panel: Panel;
  /** Index of the first treated time. */
  start: number;
  scale: 'log' | 'rate';
  method: Method;
  polarity: OutcomeResult['polarity'];
  /** Groups without a treated area, fitted without one. */
  elsewhere: readonly Placebo[];
}

/** Groups are spread over all of them beyond this. */
const MOST_GROUPS = 400;

/**
 * The smallest lasting change that would be called with a chance of four in five, judged once by lot at the two-sided level
 * of 5 in 100 at most, had it come to one of the groups that nothing was done to.
 * @returns null where the groups are too few to call any change up to tenfold
 */
export function smallestSeen({
  panel,
  start,
  scale,
  method,
  polarity,
  elsewhere,
}: SeenAmong): OutcomeResult['smallestSeen'] {
  if (elsewhere.length < 2) return null;
  const placebos = someOf(elsewhere, MOST_GROUPS);
  const months = panel.times.length - start;
  const begun = { placebos, start, sizes: sizesOf(panel, start, scale) };
  const smallest = (sign: 1 | -1) =>
    percentOfEffect(
      seenFourInFive(effectsNeeded(begun, { scale, sign, ends: [months], rule: calledOnce }), method),
      scale,
      sign,
    );
  const [more, fewer] = [smallest(1), smallest(-1)];
  if (more === null || fewer === null) return null;
  return polarity === 'more is better' ? { worse: fewer, better: more } : { worse: more, better: fewer };
}
