import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import { InvalidArgument } from '../../lib/invalid-argument.ts';
import { drawSome } from '../../lib/statistics/draw-some.ts';
import { findMeasure, type Measure } from '../../measures/index.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { CharterOutcome, TreatedGroup } from '../model.ts';
import { rateShares } from '../monitoring/index.ts';
import { bordersAmong } from '../panel/borders-among.ts';
import { buildPanel } from '../panel/build-panel.ts';
import { compareAreas } from '../panel/compare-areas.ts';
import type { PanelAnswer } from '../panel/model.ts';
import { chooseGroups } from '../run/choose-groups.ts';
import type { EvaluationInput } from '../run/model.ts';
import { expectedDrift } from './expected-drift.ts';
import type { ExpectedDrift, OutcomePower } from './model.ts';
import { powerOfOutcome } from './power-of-outcome.ts';
import { sayMissed, sayTried } from './say-power.ts';

/** Lengths of a pilot for which it is said what could be seen, in months, besides that of the charter. */
const LENGTHS = [3, 6, 12, 24];
/** All groups are tried up to so many, such as the 496 pairs of 32 areas. */
const MOST_GROUPS = 500;
/** Beyond it so many are drawn from all, the treated one among them. */
const DRAWN_GROUPS = 400;

interface Asked {
  input: EvaluationInput;
  group: TreatedGroup;
  outcome: CharterOutcome;
  measure: Measure;
}

/** An outcome of a treated group, by their places in the charter. */
export interface PowerPiece {
  group: number;
  outcome: number;
}

/** What is asked of a charter: each of its outcomes that count, of each treated group, which can be worked out by itself. */
export function powerPiecesOf({ shown }: Pick<EvaluationInput, 'shown'>): PowerPiece[] {
  const { treated, outcomes } = shown.charter;
  return treated.flatMap((_, group) =>
    outcomes.flatMap(({ measure, role }, outcome) =>
      role === 'context' || findMeasure(measure) === null ? [] : [{ group, outcome }],
    ),
  );
}

/**
 * What pilots of 3, 6, 12 and 24 months, and of the charter's own length, could see of one outcome of one group, by months before
 * the start alone, and how far areas that were chosen for being high are expected to come down by themselves. Months after the
 * start are not looked at, so that it can be published with the charter; where the start lies ahead, the last months that are
 * held are taken. Pure and deterministic.
 */
export function powerOfPiece(input: EvaluationInput, piece: PowerPiece): OutcomePower {
  const { charter } = input.shown;
  const [group, outcome] = [charter.treated[piece.group], charter.outcomes[piece.outcome]];
  const measure = findMeasure(outcome?.measure ?? '');
  if (group === undefined || outcome === undefined || measure === null) {
    throw new InvalidArgument(`the charter has no outcome ${piece.outcome} of a group ${piece.group}`);
  }
  return powerOf({ input, group, outcome, measure });
}

/** {@link powerOfPiece} of all of them, in order. */
export function powerOfCharter(input: EvaluationInput): OutcomePower[] {
  return powerPiecesOf(input).map((piece) => powerOfPiece(input, piece));
}

function powerOf(asked: Asked): OutcomePower {
  const { input, group, outcome, measure } = asked;
  const { charter } = input.shown;
  const head = { group: group.name, measure: outcome.measure, title: measure.title };
  const before = panelBefore(asked);
  if (before.kind === 'refused') {
    return { ...head, refused: before.because, tried: '', lengths: [], warnings: [], drift: null };
  }
  const { panel, treated, scale } = before.panel;
  const judgedFrom = addMonths(group.start, group.transitionMonths);
  const planned = charter.looks.map((month) => monthsBetween(judgedFrom, month) + 1).filter((months) => months > 0);
  const whole = planned.at(-1) ?? 0;
  const all = groupsOf(asked, panel.units, treated);
  const groups = all.length > MOST_GROUPS ? drawSome(all, DRAWN_GROUPS, charter.seed) : all;
  const rates = rateShares(charter);
  const lengths = powerOfOutcome({
    ...{ panel, treated, scale, polarity: measure.polarity, method: charter.estimator, seed: charter.seed },
    groups,
    monthsBefore: panel.times.length,
    lengths: [...new Set([...LENGTHS, ...(whole > 0 ? [whole] : [])])].toSorted((a, b) => a - b),
    looksAfter: planned,
    rates: { harm: rates.harm, benefit: outcome.role === 'primary' ? rates.benefit : 0 },
    ...{ minimumEffectPercent: outcome.minimumEffectPercent, harmBoundPercent: outcome.harmBoundPercent },
  });
  const tried = { times: panel.times as readonly Month[], start: group.start };
  return {
    ...{ ...head, refused: null, lengths },
    tried: sayTried(tried, { taken: groups.length, of: all.length }),
    warnings: sayMissed({ outcome, lengths, planned: whole }),
    drift: driftOf(asked, { values: panel.values, treated, scale }),
  };
}

/** The months before the start, by the rules of the evaluation itself; the last that are held where it lies ahead. */
function panelBefore({ input, group, outcome, measure }: Asked): PanelAnswer {
  const { shown, areas, borders, figures } = input;
  const { charter } = shown;
  const [held, before] = [lastHeld(figures, outcome.measure, group.areas), addMonths(group.start, -1)];
  const last = held !== null && held < before ? held : before;
  return buildPanel({
    charter: { preFrom: charter.preFrom, end: last },
    group: { ...group, start: last, transitionMonths: 0 },
    ...{ outcome, measure, areas, figures, until: last },
    comparison: compareAreas(charter, areas, borders),
    adjoining: charter.comparison.adjoining,
  });
}

/** The last month of which all of some areas have figures; null where one has none. */
function lastHeld(figures: EvaluationInput['figures'], measure: string, areas: readonly string[]): Month | null {
  const lasts = areas.map((area) => {
    const own = figures.find((each) => each.measure === measure && each.area === area);
    const at = own?.values.findLastIndex((value) => value !== null) ?? -1;
    return own === undefined || at === -1 ? null : addMonths(own.firstMonth, at);
  });
  return lasts.reduce(
    (least, each) => (least === null || each === null ? null : each < least ? each : least),
    lasts[0] ?? null,
  );
}

function groupsOf({ input }: Asked, units: readonly string[], treated: number): readonly (readonly number[])[] {
  const { comparison, seed } = input.shown.charter;
  const pairs = comparison.groups === 'adjoining' ? bordersAmong(units, input.borders) : null;
  return chooseGroups({ units: units.length, treated, pairs }, seed).all;
}

function driftOf(
  { input, outcome, measure }: Asked,
  panel: { values: readonly (readonly number[])[]; treated: number; scale: 'log' | 'rate' },
): ExpectedDrift | null {
  if (!input.shown.charter.chosenForBeingHigh.includes(outcome.measure)) return null;
  return expectedDrift({ ...panel, title: withinSentence(measure.title) });
}
