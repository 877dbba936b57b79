import { type Combine, type Method, type Panel, placebosInSpace } from '../../lib/causal/index.ts';

/** Groups whose effect so far is asked for at each look. */
export interface LookPathsAsked {
  panel: Panel;
  /** Index of the first treated time, transition past. */
  start: number;
  /** Times judged by each look, from the start: rising, ≥ 1. */
  judged: readonly number[];
  method: Method;
  combine: Combine;
  groups: readonly (readonly number[])[];
  /** Units that are never compared with. */
  never?: readonly number[];
}

/** What one group had come to at each look. */
export interface LookPath {
  /** Mean effect from the start to the look, in the units of the panel. */
  estimates: number[];
  preRmspes: number[];
  /** Each estimate over its pre-RMSPE. */
  standardised: number[];
}

/**
 * The effect of each group as it was known at each look: figures after a look play no part in it. Only 'sdid' weighs the
 * times before the start by those after it, and is fitted anew for each look.
 * @returns one for each group, in order
 */
export function lookPaths({ panel, start, judged, ...question }: LookPathsAsked): LookPath[] {
  const upTo = (times: number): Panel => ({
    ...panel,
    times: panel.times.slice(0, start + times),
    values: panel.values.map((row) => row.slice(0, start + times)),
  });
  if (question.method === 'sdid') {
    const byLook = judged.map((times) => placebosInSpace({ ...question, panel: upTo(times), start }));
    return question.groups.map((_, group) => {
      const placebos = byLook.flatMap((all) => all[group] ?? []);
      return {
        estimates: placebos.map(({ estimate }) => estimate),
        preRmspes: placebos.map(({ preRmspe }) => preRmspe),
        standardised: placebos.map(({ standardised }) => standardised),
      };
    });
  }
  const longest = upTo(Math.max(...judged));
  return placebosInSpace({ ...question, panel: longest, start }).map(({ gaps, preRmspe }) => {
    const estimates = judged.map((times) => mean(gaps.slice(start, start + times)));
    return {
      estimates,
      preRmspes: judged.map(() => preRmspe),
      standardised: estimates.map((estimate) => over(estimate, preRmspe)),
    };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function over(estimate: number, preRmspe: number): number {
  if (preRmspe > 0) return estimate / preRmspe;
  return estimate === 0 ? 0 : Math.sign(estimate) * Number.POSITIVE_INFINITY;
}
