import { addMonths, monthsBetween } from '../../lib/calendar/month.ts';
import { findMeasure, type Measure } from '../../measures/index.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { CharterOutcome, TreatedGroup } from '../model.ts';
import { rateShares } from '../monitoring/index.ts';
import { buildPanel } from '../panel/build-panel.ts';
import { compareAreas } from '../panel/compare-areas.ts';
import type { PanelAnswer } from '../panel/model.ts';
import { chooseGroups } from '../run/choose-groups.ts';
import type { EvaluationInput } from '../run/model.ts';
import { expectedDrift } from './expected-drift.ts';
import type { ExpectedDrift, LengthPower, OutcomePower } from './model.ts';
import { powerOfOutcome } from './power-of-outcome.ts';
import { someOf } from './some-of.ts';

/** Lengths of a pilot for which it is said what could be seen, in months. */
const LENGTHS = [3, 6, 12, 24];
/** Beyond so many groups, so many are taken evenly from all. */
const MOST_GROUPS = 400;

interface Asked {
  input: EvaluationInput;
  group: TreatedGroup;
  outcome: CharterOutcome;
  measure: Measure;
}

/**
 * What pilots of 3, 6, 12 and 24 months could see of each outcome that counts, by months before the start alone, and how far
 * areas that were chosen for being high are expected to come down by themselves. Pure and deterministic; months after the
 * start are not looked at, so that it can be published with the charter.
 */
export function powerOfCharter(input: EvaluationInput): OutcomePower[] {
  const { charter } = input.shown;
  return charter.treated.flatMap((group) =>
    charter.outcomes.flatMap((outcome) => {
      const measure = findMeasure(outcome.measure);
      if (measure === null || outcome.role === 'context') return [];
      return [powerOf({ input, group, outcome, measure })];
    }),
  );
}

function powerOf(asked: Asked): OutcomePower {
  const { input, group, outcome, measure } = asked;
  const { charter } = input.shown;
  const head = { group: group.name, measure: outcome.measure, title: measure.title };
  const answer = panelBefore(asked);
  if (answer.kind === 'refused') {
    return { ...head, lengths: LENGTHS.map((months) => refusedLength(months, answer.because)), drift: null };
  }
  const { panel, treated, scale } = answer.panel;
  const judgedFrom = addMonths(group.start, group.transitionMonths);
  const rates = rateShares(charter);
  const lengths = powerOfOutcome({
    ...{ panel, treated, scale, polarity: measure.polarity, method: charter.estimator, seed: charter.seed },
    groups: someOf(groupsOf(asked, panel.units, treated), MOST_GROUPS),
    ...{ monthsBefore: panel.times.length, lengths: LENGTHS },
    looksAfter: charter.looks.map((month) => monthsBetween(judgedFrom, month) + 1).filter((months) => months > 0),
    rates: { harm: rates.harm, benefit: outcome.role === 'primary' ? rates.benefit : 0 },
    ...{ minimumEffectPercent: outcome.minimumEffectPercent, harmBoundPercent: outcome.harmBoundPercent },
  });
  return { ...head, lengths, drift: driftOf(asked, { values: panel.values, treated, scale }) };
}

/** The months before the start, by the rules of the evaluation itself. */
function panelBefore({ input, group, outcome, measure }: Asked): PanelAnswer {
  const { shown, areas, borders, figures } = input;
  const { charter } = shown;
  const last = addMonths(group.start, -1);
  return buildPanel({
    charter: { preFrom: charter.preFrom, end: last },
    group: { ...group, start: last, transitionMonths: 0 },
    ...{ outcome, measure, areas, figures, until: last },
    comparison: compareAreas(charter, areas, borders),
    adjoining: charter.comparison.adjoining,
  });
}

function groupsOf({ input }: Asked, units: readonly string[], treated: number): (readonly number[])[] {
  const { comparison, seed } = input.shown.charter;
  const place = new Map(units.map((code, at) => [code, at]));
  const pairs = input.borders.flatMap(([one, other]): [number, number][] => {
    const [a, b] = [place.get(one), place.get(other)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  return [
    ...chooseGroups({ units: units.length, treated, pairs: comparison.groups === 'adjoining' ? pairs : null }, seed)
      .all,
  ];
}

function driftOf(
  { input, outcome, measure }: Asked,
  panel: { values: readonly (readonly number[])[]; treated: number; scale: 'log' | 'rate' },
): ExpectedDrift | null {
  if (!input.shown.charter.chosenForBeingHigh.includes(outcome.measure)) return null;
  return expectedDrift({ ...panel, title: withinSentence(measure.title) });
}

function refusedLength(months: number, refused: string): LengthPower {
  return {
    ...{ months, refused, once: null, looks: null, level: null },
    ...{ chanceOfMinimumEffect: null, chanceOfHarmBound: null, pilots: null },
  };
}
