import type { Placebo } from '../../lib/causal/index.ts';
import { movedBy, moveOf } from './moves-by.ts';
import { neededEffect } from './needed-effect.ts';
import type { PretendedStart } from './pretend-pilots.ts';
import type { Rule } from './rule-of-lot.ts';
import { someOf } from './some-of.ts';

/** Largest effect that is looked for: tenfold. */
export const MOST = { log: Math.log(11), rate: 10 } as const;

/** Groups of a start into which an effect is put, spread evenly over all of them. */
const MOST_GROUPS = 40;

/** How effects are looked for at one earlier start. */
export interface SoughtEffect {
  scale: 'log' | 'rate';
  /** 1 for a rise, −1 for a fall. */
  sign: 1 | -1;
  /** Months judged by each look. */
  ends: readonly number[];
  rule: Rule;
}

/** The smallest effect that is called, for each of several groups of one start; in logs, or as a share; infinite for none. */
export function effectsNeeded({ placebos, start, sizes }: PretendedStart, sought: SoughtEffect): number[] {
  const { scale, sign, ends, rule } = sought;
  const paths = placebos.map((placebo) => pathOf(placebo, start, ends).map((value) => sign * value));
  const groups = placebos.map(({ group }) => group);
  const most = sign === -1 && scale === 'rate' ? 1 : MOST[scale];
  return someOf([...placebos.keys()], MOST_GROUPS).map((own) => {
    const moves = movedBy(groups[own] ?? [], placebos, { sizes, scale });
    const withEffect = (effect: number) =>
      placebos.map(({ preRmspe }, at) => {
        const by = moves[at] ? moveOf(moves[at], effect, { scale, sign }) / preRmspe : 0;
        return (paths[at] ?? []).map((value) => value + by);
      });
    return neededEffect((effect) => rule({ groups, paths: withEffect(effect), own }), most);
  });
}

/** Mean gap by each look, standardised. */
export function pathOf({ gaps, preRmspe }: Placebo, start: number, ends: readonly number[]): number[] {
  return ends.map((end) => {
    const after = gaps.slice(start, start + end);
    return after.reduce((sum, gap) => sum + gap, 0) / after.length / preRmspe;
  });
}

/** An effect as per cent of what would have been, without its sign; null where none is enough. */
export function percentOfEffect(effect: number, scale: 'log' | 'rate', sign: 1 | -1): number | null {
  if (!Number.isFinite(effect)) return null;
  return 100 * (scale === 'rate' ? effect : Math.abs(Math.expm1(sign * effect)));
}

/** A change in per cent, without its sign, as an effect. */
export function effectOfPercent(percent: number, scale: 'log' | 'rate', sign: 1 | -1): number {
  if (scale === 'rate') return percent / 100;
  return percent >= 100 && sign === -1 ? Number.POSITIVE_INFINITY : Math.abs(Math.log1p((sign * percent) / 100));
}
