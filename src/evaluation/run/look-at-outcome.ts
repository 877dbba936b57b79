import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import type { Charter, CharterOutcome, OutcomeResult, TreatedGroup } from '../model.ts';
import { type LooksTaken, rateShares, takeLooks } from '../monitoring/index.ts';
import { pooledPlacebos } from '../monitoring/pooled-placebos.ts';
import { COMBINED } from '../panel/build-panel.ts';
import type { OutcomePanel } from '../panel/model.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { intervalOf, type Lot } from './draw-lot.ts';
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

/** Takes the looks of a charter that are due on one outcome of one group. */
export function lookAtOutcome(asked: OutcomeToLookAt): LooksTaken {
  const { charter, group, outcome, panel, groups, lot } = asked;
  const { start, scale, treated, comparison } = panel;
  const judgedFrom = addMonths(group.start, group.transitionMonths);
  const planned = charter.looks
    .map((month) => ({ month, judged: monthsBetween(judgedFrom, month) + 1 }))
    .filter(({ judged }) => judged > 0);
  const all = planned.at(-1)?.judged ?? 1;
  const last = panel.panel.times.at(-1) as Month;
  const due = planned.filter(({ month }) => month <= last);
  // Of an outcome for context nothing is ever called: the latest look says where it stands.
  const passedOver = outcome.role === 'context' ? Math.max(0, due.length - 1) : 0;
  const taken = due.slice(passedOver);
  const judged = taken.map((each) => each.judged);
  const ends = judged.map((times) => start + times);
  const lots = lotAtLooks(panel, { method: charter.estimator, groups, ends, whole: lot });
  const observed = ends.map((end) => meanOf(comparison.treated.slice(start, end)));
  const percent = (effect: number, look: number) => percentOf(effect, scale, observed[look] ?? 0);
  const own = lots.map((each) => each.all[each.own]);
  const fractions = planned.slice(passedOver).map(({ judged }) => judged / all);
  const rates = rateShares(charter);
  return takeLooks({
    looks: taken.map(({ month }) => month),
    ...{ fractions, role: outcome.role, polarity: asked.polarity },
    paths: lot.all.map((_, at) => lots.map((each) => each.all[at]?.standardised ?? 0)),
    own: lot.own,
    elsewhere: lot.elsewhere.map((_, at) => lots.map((each) => each.elsewhere[at]?.standardised ?? 0)),
    estimates: own.map((each) => each?.estimate ?? 0),
    preRmspes: own.map((each) => errorOf(each)),
    percentOf: percent,
    intervals: lots.map((each, look) => {
      const interval = intervalOf(each, treated);
      return interval === null ? null : { low: percent(interval.low, look), high: percent(interval.high, look) };
    }),
    rates: {
      harm: outcome.role === 'context' ? 0 : rates.harm,
      benefit: outcome.role === 'primary' ? rates.benefit : 0,
    },
    minimumEffectPercent: outcome.minimumEffectPercent,
    meetWithinDays: charter.stopRule.meetWithinDays,
    pooled: () => pooledOf(asked, judged, all),
    seed: charter.seed,
  });
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function errorOf(placebo: { estimate: number; standardised: number; preRmspe: number } | undefined): number {
  if (placebo === undefined) return 0;
  const { estimate, standardised, preRmspe } = placebo;
  return standardised !== 0 && Number.isFinite(standardised) ? estimate / standardised : preRmspe;
}

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
