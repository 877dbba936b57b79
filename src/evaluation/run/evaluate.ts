import { parseMonth } from '../../lib/calendar/month.ts';
import { InvalidArgument } from '../../lib/invalid-argument.ts';
import { holm } from '../../lib/statistics/multiple/index.ts';
import { findMeasure } from '../../measures/index.ts';
import { testDisplacement } from '../displacement/test-displacement.ts';
import { doseResponse } from '../dose/dose-response.ts';
import { NO_DOSE } from '../dose/say-dose.ts';
import { holdGuards } from '../guards/hold-guards.ts';
import type { DisplacementResult, DoseResult, EvaluationResult } from '../model.ts';
import { overallState } from '../monitoring/index.ts';
import { compareAreas } from '../panel/compare-areas.ts';
import type { ComparisonAreas, OutcomePanel } from '../panel/model.ts';
import { type EvaluationFigures, type OutcomeFigures, putIntoWords } from '../words/index.ts';
import { type EvaluatedOutcome, evaluateOutcome } from './evaluate-outcome.ts';
import type { EvaluationAnswer, EvaluationInput } from './model.ts';

/** An outcome of a treated group, by their places in the charter. */
export interface Piece {
  group: number;
  outcome: number;
}

/** The pieces that an evaluation is made of, each of which can be worked out by itself. */
export function piecesOf({ shown }: Pick<EvaluationInput, 'shown'>): Piece[] {
  const { treated, outcomes } = shown.charter;
  return treated.flatMap((_, group) => outcomes.map((__, outcome) => ({ group, outcome })));
}

/**
 * Evaluates a charter on monthly figures: every outcome of every treated group by every estimator, with its ranges, looks and
 * words. Pure and deterministic.
 * @returns refused, with the reason, where no outcome of any group can be estimated at all
 */
export function evaluate(input: EvaluationInput): EvaluationAnswer {
  return putTogether(
    input,
    piecesOf(input).map((piece) => evaluatePiece(input, piece)),
  );
}

/** One piece of an evaluation. */
export function evaluatePiece(input: EvaluationInput, piece: Piece): EvaluatedOutcome {
  const { charter } = input.shown;
  const [group, outcome] = [charter.treated[piece.group], charter.outcomes[piece.outcome]];
  const measure = findMeasure(outcome?.measure ?? '');
  if (group === undefined || outcome === undefined || measure === null) {
    throw new InvalidArgument(`the charter has no outcome ${piece.outcome} of a group ${piece.group}`);
  }
  const comparison = compareAreas(charter, input.areas, input.borders);
  return evaluateOutcome({ input, comparison, group, outcome, measure });
}

/**
 * The whole from its pieces, in the order of {@link piecesOf}.
 * @returns refused, with the reason, where no outcome of any group can be estimated at all
 */
export function putTogether(input: EvaluationInput, evaluated: readonly EvaluatedOutcome[]): EvaluationAnswer {
  const { charter } = input.shown;
  const comparison = compareAreas(charter, input.areas, input.borders);
  if (evaluated.every(({ panel }) => panel === null)) {
    return { kind: 'refused', because: evaluated[0]?.figures.because ?? 'The charter names no outcome.', near: [] };
  }
  const outcomes = charter.treated.flatMap(({ name }) =>
    withAdjustedP(evaluated.map(({ figures }) => figures).filter(({ group }) => group === name)),
  );
  const dose = evaluated.flatMap((each) => doseOf(input, each));
  const result = putIntoWords(charter, {
    ...headOf(input, comparison, evaluated),
    outcomes,
    guards: charter.treated.flatMap((group) =>
      holdGuards({
        ...{ charter, group, areas: input.areas, donors: comparison.donors },
        ...{ figures: input.guardFigures, until: input.until },
      }),
    ),
    displacement: evaluated.flatMap((each) => displacementOf(input, each)),
    dose,
    state: overallState(outcomes),
  });
  return { kind: 'evaluated', result: dose.length > 0 ? result : { ...result, remarks: [...result.remarks, NO_DOSE] } };
}

/** All outcomes of a group that are not context share one chance of a false alarm. */
function withAdjustedP(outcomes: readonly OutcomeFigures[]): OutcomeFigures[] {
  const adjusted = holm(outcomes.map(({ role, primary }) => (role === 'context' ? null : (primary?.pValue ?? null))));
  return outcomes.map((outcome, at) => ({ ...outcome, adjustedP: adjusted[at] ?? null }));
}

function displacementOf(
  { areas, borders, shown }: EvaluationInput,
  { figures, widest }: EvaluatedOutcome,
): DisplacementResult[] {
  const { group, measure, title, role } = figures;
  if (widest === null || role === 'context') return [];
  const found = testDisplacement({ group, measure, title, panel: widest, areas, borders, seed: shown.charter.seed });
  return found === null ? [] : [found];
}

function doseOf({ areas, guardFigures, shown }: EvaluationInput, { figures, widest }: EvaluatedOutcome): DoseResult[] {
  const { group, measure, title, role } = figures;
  if (widest === null || role === 'context') return [];
  const { panel, treated, counts, start } = widest;
  const found = doseResponse({
    ...{ group, measure, title, treated, counts, start, areas },
    ...{ units: panel.units, times: panel.times.map(parseMonth), figures: guardFigures, seed: shown.charter.seed },
  });
  return found === null ? [] : [found];
}

type Head = 'charter' | 'kind' | 'synthetic' | 'figures' | 'groups' | 'donors' | 'excluded' | 'versions';

function headOf(
  { shown, areas, source, versions }: EvaluationInput,
  comparison: ComparisonAreas,
  evaluated: readonly EvaluatedOutcome[],
): Pick<EvaluationFigures, Head> {
  const { charter, hash, standing, signatures, amendments } = shown;
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const named = (code: string) => ({ code, name: names.get(code) ?? code });
  const panels = evaluated.flatMap(({ panel }) => panel ?? []);
  const without = withoutAny(comparison, panels);
  return {
    charter: { name: charter.name, title: charter.title, hash, standing, signatures, amendments },
    kind: charter.kind,
    synthetic: charter.synthetic || source.synthetic,
    figures: { vintage: source.vintage, files: source.files, ...spanOf(panels) },
    groups: charter.treated.map(({ name, areas: codes, start }) => ({ name, areas: codes.map(named), start })),
    donors: comparison.donors
      .filter((code) => !without.includes(code))
      .map((code) => ({ ...named(code), adjoining: comparison.adjoining.includes(code) })),
    excluded: [
      ...comparison.excluded.map(({ area, because }) => ({ ...named(area), because })),
      ...without.map((code) => ({ ...named(code), because: 'No figures of it are held.' })),
    ],
    versions,
  };
}

/** Comparison areas of which no outcome has figures. */
function withoutAny({ donors }: ComparisonAreas, panels: readonly OutcomePanel[]): string[] {
  return donors.filter((code) => panels.every(({ withoutFigures }) => withoutFigures.includes(code)));
}

function spanOf(panels: readonly OutcomePanel[]): Pick<EvaluationResult['figures'], 'from' | 'to'> {
  const times = panels.flatMap(({ panel }) => panel.times).toSorted();
  return { from: times[0], to: times.at(-1) } as Pick<EvaluationResult['figures'], 'from' | 'to'>;
}
