import { InvalidArgument } from '../../invalid-argument.ts';
import { ALIKE, rejectedAmong } from './by-lot.ts';
import type { LotGroup } from './lot-group.ts';
import { rangeOfStanding } from './range-of-standing.ts';
import { type Quadratic, type Stretch, whereMeet, whereNotBelowZero } from './stretches.ts';

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
}

/**
 * The constant effects in the treated areas that the two-sided test by lot does not reject: for each c the figures are put
 * back to what they would have been without it, and the treated group is ranked anew as `byLot` does. The range goes from
 * the lowest to the highest of them, and leaves zero out exactly when the p-value is at most `alpha`: where zero is rejected
 * between effects that are not, it ends short of zero. Exact for estimators whose weights do not depend on figures after the
 * start. Of single areas in closed form; of larger groups by trying effects outwards from the estimate, twice as far each
 * time, and halving between the last that is left and the next.
 * For an effect that grows by c a month, give exposures times the mean of 1 to T₁: the answer is then of c.
 * @param groups every group of the lot, the treated one included
 * @param own index of the treated group; its exposure is not 0
 * @param level the level wished for, in (0, 1); the least attainable one that is no lower is taken, and returned; where groups
 *   are too few for any, the highest below 1
 * @throws InvalidArgument when there is no such group, it is the only one, or a figure is out of range
 * @source Firpo and Possebom (2018), doi:10.1515/jci-2016-0026, equations 12 to 18
 */
export function rankInterval(groups: readonly LotGroup[], own: number, level = 0.95): RankInterval {
  const statistics = groups.map(({ estimate, preRmspe, exposure }) =>
    squaredStatistic([estimate], [exposure], preRmspe),
  );
  const self = groups[own];
  const rejected = checked(statistics, own, level);
  const alpha = rejected / groups.length;
  const range =
    self && self.group.length > 1
      ? rangeOfStanding(groups, own, rejected)
      : aroundEstimate(stretchesLeft(statistics, own, rejected), self ? self.estimate / self.exposure : 0);
  return { ...range, level: 1 - alpha, alpha };
}

/** The range of several stretches; if zero is in none of them, of those on the estimate's side of it. */
function aroundEstimate(stretches: readonly Stretch[], estimate: number): { low: number; high: number } {
  const hasZero = stretches.some(([low, high]) => low <= 0 && high >= 0);
  const kept = hasZero ? stretches : stretches.filter(([low, high]) => (estimate > 0 ? low > 0 : high < 0));
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) throw new Error('The estimate itself is always among the effects that are possible.');
  return { low: first[0], high: last[1] };
}

/**
 * The same by the ratio of root mean squared gaps after and before the start, which sees effects that change their sign.
 * @param path what an effect of 1 adds at each time after the start: ones for a constant effect, 1 to T₁ for one that grows
 * @returns also the effects themselves, in one stretch as a rule; null where no effect of that path is left: its changes over
 *   time fit none
 * @throws InvalidArgument also when lengths differ
 * @source Firpo and Possebom (2018), doi:10.1515/jci-2016-0026, equations 12 to 18
 */
export function ratioInterval(
  groups: readonly LotGaps[],
  own: number,
  path: readonly number[],
  level = 0.95,
): (RankInterval & { stretches: readonly Stretch[] }) | null {
  if (groups.some(({ gaps }) => gaps.length !== path.length))
    throw new InvalidArgument('every group needs a gap for each time after the start');
  const statistics = groups.map(({ gaps, preRmspe, exposure }) =>
    squaredStatistic(
      gaps,
      path.map((each) => each * exposure),
      preRmspe,
    ),
  );
  const rejected = checked(statistics, own, level);
  const stretches = stretchesLeft(statistics, own, rejected);
  const [first, last] = [stretches[0], stretches.at(-1)];
  const alpha = rejected / groups.length;
  return first && last ? { low: first[0], high: last[1], level: 1 - alpha, alpha, stretches } : null;
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

/** How many groups may rank as high and an effect yet be left out. */
function checked(statistics: readonly Quadratic[], own: number, level: number): number {
  const self = statistics[own];
  if (!self || self.square === 0) throw new InvalidArgument('the treated group is one of the groups, and exposed');
  if (!(level > 0 && level < 1)) throw new InvalidArgument(`a level lies between 0 and 1, not ${level}`);
  if (statistics.length < 2) throw new InvalidArgument('one group by itself rules nothing out');
  return rejectedAmong(statistics.length, level);
}

/** Effects at which enough other groups have a statistic of at least that of the group's own. */
function stretchesLeft(statistics: readonly Quadratic[], own: number, rejected: number): Stretch[] {
  const self = statistics[own] as Quadratic;
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
  return whereMeet(sets, rejected + 1);
}
