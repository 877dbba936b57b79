import { rankAmong, rejectedAmong } from '../../lib/causal/inference/by-lot.ts';
import { standOut } from '../../lib/causal/inference/index.ts';
import {
  lotCanCall,
  modelBoundary,
  type Spending,
  sequentialByLot,
  spentBy,
} from '../../lib/statistics/sequential/index.ts';

/** Every group of the lot with an effect in one of them. */
export interface LotWithEffect {
  groups: readonly (readonly number[])[];
  /** Groups × looks, standardised, the side that is looked for positive. */
  paths: readonly (readonly number[])[];
  /** Index of the group with the effect. */
  own: number;
}

/** Whether the product would call the group with the effect, on the side that is looked for. */
export type Rule = (lot: LotWithEffect) => boolean;

/** One-sided looks at one outcome. */
export interface LooksRule {
  /** This outcome's part of the charter's rate. */
  rate: number;
  spending: Spending;
  /** Months judged by each look as a share of all, rising to 1. */
  fractions: readonly number[];
  seed: number;
}

/** One judgement at the end: two-sided, by how far each group stands out either way, at the level of {@link rejectedAmong}. */
export function calledOnce({ groups, paths, own }: LotWithEffect): boolean {
  const ends = paths.map((path) => path.at(-1) ?? 0);
  if (!((ends[own] ?? 0) > 0)) return false;
  return rankAmong([...standOut(groups, ends, 'either')], own).atLeast <= rejectedAmong(groups.length);
}

/**
 * The stop rule's looks on one side: by lot where the groups are enough, else by the model that it uses then.
 * @param groups how many there are in the lot
 * @param pooled paths of placebos in space and in time, for that model, and how many areas they come from
 */
export function calledByLooks(
  groups: number,
  asked: LooksRule,
  pooled: { paths: readonly (readonly number[])[]; areas: number },
): Rule {
  if (asked.rate === 0) return () => false;
  return lotCanCall(groups, asked.rate) ? byLot(groups, asked) : byModel(asked, pooled);
}

function byLot(groups: number, { rate, spending, fractions }: LooksRule): Rule {
  // Looks at which no group at all may be called yet leave those after them as they are.
  const looks = fractions.flatMap((fraction, look) =>
    spentBy(spending, rate, fraction) * groups > 1 - 1e-6 ? [look] : [],
  );
  const told = looks.map((look) => fractions[look] ?? 1);
  return ({ groups: lot, paths, own }) => {
    const standing = looks.map((look) =>
      standOut(
        lot,
        paths.map((path) => path[look] ?? 0),
        'higher',
      ),
    );
    const far = paths.map((_, group) => standing.map((values) => values[group] ?? 0));
    return sequentialByLot({ paths: far, own, rate, spending, fractions: told }).some(({ crossed }) => crossed);
  };
}

function byModel(asked: LooksRule, pooled: { paths: readonly (readonly number[])[]; areas: number }): Rule {
  if (pooled.areas < 2 || pooled.paths.length < 2) return () => false;
  const { thresholds } = modelBoundary({ ...asked, ...pooled });
  return ({ paths, own }) =>
    paths[own]?.some((value, look) => value > (thresholds[look] ?? Number.POSITIVE_INFINITY)) ?? false;
}
