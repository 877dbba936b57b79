import type { Month } from '../../lib/calendar/month.ts';
import { conformalP, leaveOneOut } from '../../lib/causal/index.ts';
import type { Measure } from '../../measures/index.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { CharterOutcome, OutcomeEstimate, TreatedGroup } from '../model.ts';
import { buildPanel } from '../panel/build-panel.ts';
import type { ComparisonAreas, OutcomePanel, PanelAnswer } from '../panel/model.ts';
import { expectedDrift, smallestSeen } from '../power/index.ts';
import type { OutcomeFigures } from '../words/index.ts';
import { chooseGroups, treatedAdjoin } from './choose-groups.ts';
import { averageBefore } from './counts-at-looks.ts';
import { earlierStarts } from './earlier-starts.ts';
import { type EstimatedOutcome, estimateOutcome, meanAfter, methodsFrom, refusedEstimate } from './estimate-outcome.ts';
import { lookAtOutcome } from './look-at-outcome.ts';
import type { EvaluationInput } from './model.ts';
import { monthGaps } from './month-gaps.ts';
import { percentOf } from './percent-of.ts';

/** One outcome of one treated group. */
export interface OutcomeToEvaluate {
  input: EvaluationInput;
  comparison: ComparisonAreas;
  group: TreatedGroup;
  outcome: CharterOutcome;
  measure: Measure;
}

/** What an outcome comes to, with the panel behind it; null where it was refused. */
export interface EvaluatedOutcome {
  figures: OutcomeFigures;
  panel: OutcomePanel | null;
  /** The panel with adjoining areas compared with. */
  widest: OutcomePanel | null;
}

/** Evaluates one outcome of one group by every estimator, with adjoining areas compared with and not. */
export function evaluateOutcome(asked: OutcomeToEvaluate): EvaluatedOutcome {
  const { input, outcome } = asked;
  const { charter } = input.shown;
  const chosen = charter.comparison.adjoining;
  const panels = (['kept', 'left out'] as const)
    .toSorted((a, b) => Number(b === chosen) - Number(a === chosen))
    .map((adjoining) => ({ adjoining, answer: panelFor(asked, adjoining) }));
  const [first, other] = panels.map(({ adjoining, answer }) => estimatesOn(asked, adjoining, answer));
  const estimates = [first, other].flatMap((each) => each?.estimates ?? []);
  const panel = panelIn(panels[0]?.answer);
  const widest = panelIn(panels.find(({ adjoining }) => adjoining === 'kept')?.answer);
  const begun = { ...headOf(asked), estimates };
  const primary = first?.primary ?? null;
  if (panel === null || primary === null || primary.estimate.refused !== null) {
    const because = first?.estimates[0]?.refused ?? 'It is not estimated.';
    return { panel, widest, figures: { ...begun, ...(panel === null ? {} : spanOf(panel)), because } };
  }
  const { looks, state, because } = lookAtOutcome({
    ...{ charter, group: asked.group, outcome, polarity: asked.measure.polarity, panel },
    ...{ groups: groupsFor(asked, panel), lot: primary.lot },
  });
  return {
    ...{ panel, widest },
    figures: {
      ...{ ...begun, ...spanOf(panel), ...detailsOf(asked, panel, primary), ...seenOf(asked, panel, primary) },
      ...{ primary: primary.estimate, looks, state, because },
    },
  };
}

const panelIn = (answer: PanelAnswer | undefined): OutcomePanel | null =>
  answer?.kind === 'panel' ? answer.panel : null;

function headOf({ group, outcome, measure }: OutcomeToEvaluate) {
  return {
    ...{ group: group.name, measure: outcome.measure, title: measure.title, role: outcome.role },
    ...{ polarity: measure.polarity, earlierAverage: null, judged: null, primary: null, months: [] },
    ...{ leaveOneOut: null, inTime: [], conformalP: null, adjustedP: null, smallestSeen: null },
    ...{ expectedDriftPercent: null, looks: [], state: 'cannot tell' as const },
  };
}

function panelFor({ input, comparison, group, outcome, measure }: OutcomeToEvaluate, adjoining: 'kept' | 'left out') {
  const { areas, figures, until, shown } = input;
  const { charter } = shown;
  return buildPanel({ charter, group, outcome, measure, areas, comparison, adjoining, figures, until });
}

function estimatesOn(
  asked: OutcomeToEvaluate,
  adjoining: OutcomeEstimate['adjoining'],
  answer: PanelAnswer,
): { estimates: OutcomeEstimate[]; primary: EstimatedOutcome | null } {
  const methods = methodsFrom(asked.input.shown.charter.estimator);
  const because = answer.kind === 'refused' ? answer.because : apartBecause(asked, answer.panel);
  if (answer.kind === 'refused' || because !== null) {
    return { estimates: methods.map((method) => refusedEstimate({ method, adjoining }, because ?? '')), primary: null };
  }
  const groups = groupsFor(asked, answer.panel);
  const [primary, ...others] = methods.map((method) => estimateOutcome(answer.panel, { method, adjoining }, groups));
  return { estimates: [primary, ...others].flatMap((each) => each?.estimate ?? []), primary: primary ?? null };
}

/** Why a lot among groups that adjoin says nothing of this one, in one sentence; null where it does. */
function apartBecause(asked: OutcomeToEvaluate, panel: OutcomePanel): string | null {
  const isAsked = asked.input.shown.charter.comparison.groups === 'adjoining';
  if (!isAsked || treatedAdjoin(panel.treated, bordersIn(asked, panel))) return null;
  return `The areas of ${asked.group.name} do not adjoin one another, so groups that do are nothing to set them among: let the charter compare with all groups.`;
}

/** Borders between the units of a panel. */
function bordersIn({ input }: OutcomeToEvaluate, { panel }: OutcomePanel): [number, number][] {
  const place = new Map(panel.units.map((code, at) => [code, at]));
  return input.borders.flatMap(([one, other]): [number, number][] => {
    const [a, b] = [place.get(one), place.get(other)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}

function groupsFor(asked: OutcomeToEvaluate, outcome: OutcomePanel) {
  const { comparison, seed } = asked.input.shown.charter;
  const { panel, treated } = outcome;
  const pairs = comparison.groups === 'adjoining' ? bordersIn(asked, outcome) : null;
  return chooseGroups({ units: panel.units.length, treated, pairs }, seed);
}

function spanOf(outcome: OutcomePanel): Pick<OutcomeFigures, 'earlierAverage' | 'judged'> {
  const { panel, start } = outcome;
  const [from, to] = [panel.times[start] as Month, panel.times.at(-1) as Month];
  return { earlierAverage: averageBefore(outcome), judged: { from, to, months: panel.times.length - start } };
}

/** What could have been seen, and what was to be expected by itself where the areas were chosen for being high. */
function seenOf(
  { input, outcome, measure }: OutcomeToEvaluate,
  { panel, start, scale, treated }: OutcomePanel,
  { estimate, lot }: EstimatedOutcome,
): Pick<OutcomeFigures, 'smallestSeen' | 'expectedDriftPercent'> {
  const isChosen = input.shown.charter.chosenForBeingHigh.includes(outcome.measure);
  const values = panel.values.map((row) => row.slice(0, start));
  const drift = isChosen ? expectedDrift({ values, treated, scale, title: withinSentence(measure.title) }) : null;
  return {
    smallestSeen: smallestSeen({
      panel,
      start,
      scale,
      method: estimate.method,
      polarity: measure.polarity,
      elsewhere: lot.elsewhere,
    }),
    expectedDriftPercent: drift?.percent ?? null,
  };
}

function detailsOf(
  asked: OutcomeToEvaluate,
  panel: OutcomePanel,
  { estimate: { method }, fit, lot }: EstimatedOutcome,
): Pick<OutcomeFigures, 'months' | 'leaveOneOut' | 'inTime' | 'conformalP'> {
  const observed = meanAfter(panel);
  const without = leaveOneOut(panel.comparison, method).map((each) => percentOf(each.estimate, panel.scale, observed));
  return {
    months: monthGaps(panel, fit.gaps, lot.elsewhere),
    leaveOneOut: without.length === 0 ? null : { low: Math.min(...without), high: Math.max(...without) },
    inTime: earlierStarts({
      ...{ outcome: panel, method, groups: groupsFor(asked, panel) },
      transitionMonths: asked.group.transitionMonths,
    }),
    // Residuals need weights that do not look at the months judged: those of 'sdid' do.
    conformalP: conformalP(panel.comparison, { predictor: method === 'sdid' ? 'difp' : method }),
  };
}
