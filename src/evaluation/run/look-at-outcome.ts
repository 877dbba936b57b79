import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import type { Placebo } from '../../lib/causal/index.ts';
import type { Charter, CharterOutcome, OutcomeResult, TreatedGroup } from '../model.ts';
import { isRare, type LooksTaken, rateShares, takeLooks, takeRareLooks } from '../monitoring/index.ts';
import { pooledPlacebos } from '../monitoring/pooled-placebos.ts';
import { COMBINED } from '../panel/build-panel.ts';
import type { OutcomePanel } from '../panel/model.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { averageBefore, countsAtLooks, plannedCounts } from './counts-at-looks.ts';
import { intervalOf, type Lot, lotGroup } from './draw-lot.ts';
import { lotAtLooks } from './lot-at-looks.ts';
import { percentOf } from './percent-of.ts';

/** One outcome, to be looked at by the stop rule. */
export interface OutcomeToLookAt {
  charter: Charter;
  group: TreatedGroup;
  outcome: CharterOutcome;
  polarity: OutcomeResult['polarity'];
  panel: OutcomePanel;
  groups: ChosenGroups;
  /** By all months that are in. */
  lot: Lot;
}

/** Looks that are due on an outcome, and those that are planned. */
interface LooksDue {
  /** Those that are judged: of an outcome for context the latest alone, as nothing is ever called of it. */
  taken: readonly { month: Month; judged: number }[];
  planned: readonly { month: Month; judged: number }[];
  /** For each look taken, index of the first time that was not in yet. */
  ends: readonly number[];
}

/** Takes the looks of a charter that are due on one outcome of one group: of few events by a model of rare counts. */
export function lookAtOutcome(asked: OutcomeToLookAt): LooksTaken {
  const due = looksDue(asked);
  return isRare(averageBefore(asked.panel)) ? lookAtRare(asked, due) : lookByLot(asked, due);
}

function looksDue({ charter, group, outcome, panel }: OutcomeToLookAt): LooksDue {
  const judgedFrom = addMonths(group.start, group.transitionMonths);
  const planned = charter.looks
    .map((month) => ({ month, judged: monthsBetween(judgedFrom, month) + 1 }))
    .filter(({ judged }) => judged > 0);
  const last = panel.panel.times.at(-1) as Month;
  const due = planned.filter(({ month }) => month <= last);
  const passedOver = outcome.role === 'context' ? Math.max(0, due.length - 1) : 0;
  const taken = due.slice(passedOver);
  return { taken, planned: planned.slice(passedOver), ends: taken.map(({ judged }) => panel.start + judged) };
}

/** This outcome's part of the charter's rates. */
function ratesOf({ charter, outcome: { role } }: OutcomeToLookAt): { harm: number; benefit: number } {
  const { harm, benefit } = rateShares(charter);
  return { harm: role === 'context' ? 0 : harm, benefit: role === 'primary' ? benefit : 0 };
}

function lookAtRare(asked: OutcomeToLookAt, { taken, planned, ends }: LooksDue): LooksTaken {
  const { charter, outcome, panel, lot, polarity } = asked;
  return takeRareLooks({
    looks: taken.map(({ month }) => month),
    ...{ role: outcome.role, polarity, meetWithinDays: charter.stopRule.meetWithinDays, seed: charter.seed },
    own: countsAtLooks(panel, lot.all[lot.own] as Placebo, ends),
    elsewhere: lot.elsewhere.map((placebo) => countsAtLooks(panel, placebo, ends)),
    planned: plannedCounts(
      panel,
      planned.map(({ judged }) => judged),
    ),
    harmRate: ratesOf(asked).harm,
  });
}

function lookByLot(asked: OutcomeToLookAt, { taken, planned, ends }: LooksDue): LooksTaken {
  const { charter, outcome, panel, groups, lot } = asked;
  const { start, scale, treated, comparison } = panel;
  const all = planned.at(-1)?.judged ?? 1;
  const lots = lotAtLooks(panel, { method: charter.estimator, groups, ends, whole: lot });
  const observed = ends.map((end) => meanOf(comparison.treated.slice(start, end)));
  const percent = (effect: number, look: number) => percentOf(effect, scale, observed[look] ?? 0);
  const own = lots.map((each) => each.all[each.own]);
  const exposed = lots.map((each) => each.all.map((placebo) => lotGroup(placebo, treated)));
  return takeLooks({
    looks: taken.map(({ month }) => month),
    fractions: planned.map(({ judged }) => judged / all),
    ...{ role: outcome.role, polarity: asked.polarity },
    paths: lot.all.map((_, at) => lots.map((each) => each.all[at]?.standardised ?? 0)),
    groups: lot.all.map(({ group }) => group),
    slopes: lot.all.map((_, at) => exposed.map((each) => (each[at] ? each[at].exposure / each[at].preRmspe : 0))),
    own: lot.own,
    elsewhere: lot.elsewhere.map((_, at) => lots.map((each) => each.elsewhere[at]?.standardised ?? 0)),
    estimates: own.map((each) => each?.estimate ?? 0),
    preRmspes: own.map((each) => each?.preRmspe ?? 0),
    percentOf: percent,
    intervals: lots.map((each, look) => {
      const interval = intervalOf(each, treated);
      return interval === null ? null : { low: percent(interval.low, look), high: percent(interval.high, look) };
    }),
    rates: ratesOf(asked),
    minimumEffectPercent: outcome.minimumEffectPercent,
    meetWithinDays: charter.stopRule.meetWithinDays,
    pooled: () =>
      pooledOf(
        asked,
        taken.map(({ judged }) => judged),
        all,
      ),
    seed: charter.seed,
  });
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Placebos for a boundary by a model; null where they are too few for one. */
function pooledOf(
  { charter, panel, groups }: OutcomeToLookAt,
  judged: readonly number[],
  pilotTimes: number,
): ReturnType<typeof pooledPlacebos> | null {
  if (groups.elsewhere.length < 2 || judged.length === 0) return null;
  const never = Array.from({ length: panel.treated }, (_, at) => at);
  const question = { panel: panel.panel, start: panel.start, judged, method: charter.estimator, never };
  const pooled = pooledPlacebos({ ...question, combine: COMBINED[panel.scale], groups: groups.elsewhere }, pilotTimes);
  return pooled.areas < 2 || pooled.paths.length < 2 ? null : pooled;
}
