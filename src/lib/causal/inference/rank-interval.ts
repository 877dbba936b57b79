import { InvalidArgument } from '../../invalid-argument.ts';
import { ALIKE } from './by-lot.ts';
import { type Quadratic, type Stretch, whereMeet, whereNotBelowZero } from './stretches.ts';

/** What one group of the lot says, for asking which effects its rank leaves possible. */
export interface LotGroup {
  /** Mean effect after the start. */
  estimate: number;
  /** Root mean squared gap before the start, > 0. */
  preRmspe: number;
  /**
   * How much the estimate moves if the effect in the treated areas is one more: 1 for the treated group; for another, the
   * share of treated areas in it less the weights of treated areas in its comparison; 0 where neither has any.
   */
  exposure: number;
}

/** The same with each gap after the start, for the ratio of root mean squared gaps. */
export interface LotGaps {
  /** Each time after the start; all groups have as many. */
  gaps: readonly number[];
  preRmspe: number;
  exposure: number;
}

/** Effects that the lot does not rule out: at least one. */
export interface RankInterval {
  /** Lowest and highest; infinite where the groups are too few, or too alike, to rule anything out on that side. */
  low: number;
  high: number;
  /** Share of lots in which such a set holds the true effect, at least: 1 − {@link alpha}. */
  level: number;
  /** An effect is left out exactly where its two-sided p by lot is at most this: a multiple of 1 / number of groups. */
  alpha: number;
  /** The effects themselves: one stretch from low to high as a rule; several where some between are ruled out. */
  stretches: readonly Stretch[];
}

/**
 * The constant effects in the treated areas that the two-sided test by lot does not reject: for each c the figures are put
 * back to what they would have been without it, and the treated group is ranked anew by |mean effect| over the root mean
 * squared gap before. Zero is in none of the stretches exactly when the p-value of `byLot` is at most `alpha`. Exact for
 * estimators whose weights do not depend on figures after the start; closed form, as the statistic is linear in c.
 * For an effect that grows by c a month, give exposures times the mean of 1 to T₁: the answer is then of c.
 * @param groups every group of the lot, the treated one included
 * @param own index of the treated group; its exposure is not 0
 * @param level the level wished for, in (0, 1); the nearest attainable below 1 is taken, and returned
 * @throws InvalidArgument when there is no such group, it is the only one, or a figure is out of range
 * @source Firpo and Possebom (2018), doi:10.1515/jci-2016-0026, equations 12 to 18
 */
export function rankInterval(groups: readonly LotGroup[], own: number, level = 0.95): RankInterval {
  const statistics = groups.map(({ estimate, preRmspe, exposure }) =>
    squaredStatistic([estimate], [exposure], preRmspe),
  );
  const interval = invert(statistics, own, level);
  if (!interval) throw new Error('The estimate itself is always among the effects that are possible.');
  return interval;
}

/**
 * The same by the ratio of root mean squared gaps after and before the start, which sees effects that change their sign.
 * @param path what an effect of 1 adds at each time after the start: ones for a constant effect, 1 to T₁ for one that grows
 * @returns null where no effect of that path is left: its changes over time fit none
 * @throws InvalidArgument also when lengths differ
 * @source Firpo and Possebom (2018), doi:10.1515/jci-2016-0026, equations 12 to 18
 */
export function ratioInterval(
  groups: readonly LotGaps[],
  own: number,
  path: readonly number[],
  level = 0.95,
): RankInterval | null {
  if (groups.some(({ gaps }) => gaps.length !== path.length))
    throw new InvalidArgument('every group needs a gap for each time after the start');
  return invert(
    groups.map(({ gaps, preRmspe, exposure }) =>
      squaredStatistic(
        gaps,
        path.map((each) => each * exposure),
        preRmspe,
      ),
    ),
    own,
    level,
  );
}

/** Mean squared gap, when c times the exposure is taken from each, over that before the start. */
function squaredStatistic(gaps: readonly number[], exposures: readonly number[], preRmspe: number): Quadratic {
  const sum = (of: (at: number) => number) =>
    gaps.reduce((all, _, at) => all + of(at), 0) / (gaps.length * preRmspe ** 2);
  const quadratic = {
    square: sum((at) => (exposures[at] as number) ** 2),
    linear: sum((at) => -2 * (gaps[at] as number) * (exposures[at] as number)),
    constant: sum((at) => (gaps[at] as number) ** 2),
  };
  if (!(preRmspe > 0 && Object.values(quadratic).every(Number.isFinite)))
    throw new InvalidArgument('a group needs finite estimates and exposures, and gaps before the start');
  return quadratic;
}

/** Effects at which enough other groups have a statistic of at least that of the group's own; null for none. */
function invert(statistics: readonly Quadratic[], own: number, level: number): RankInterval | null {
  const self = statistics[own];
  if (!self || self.square === 0) throw new InvalidArgument('the treated group is one of the groups, and exposed');
  if (!(level > 0 && level < 1)) throw new InvalidArgument(`a level lies between 0 and 1, not ${level}`);
  const groups = statistics.length;
  if (groups < 2) throw new InvalidArgument('one group by itself rules nothing out');
  const rejected = Math.min(groups - 1, Math.max(1, Math.round((1 - level) * groups)));
  const alike = (1 - ALIKE) ** 2;
  const sets = statistics.map((each, at): Stretch[] =>
    at === own
      ? [[-Infinity, Infinity]]
      : whereNotBelowZero({
          square: each.square - alike * self.square,
          linear: each.linear - alike * self.linear,
          constant: each.constant - alike * self.constant,
        }),
  );
  const stretches = whereMeet(sets, rejected + 1);
  const alpha = rejected / groups;
  const [first, last] = [stretches[0], stretches.at(-1)];
  return first && last ? { low: first[0], high: last[1], level: 1 - alpha, alpha, stretches } : null;
}
