import type { PlannedNumbers } from '../../src/allocation/model.ts';
import type { ReviewRules, SergeantsAsked } from '../../src/allocation/review.ts';
import type { RuledPlan, RuledWard, Terms } from '../../src/allocation/rule.ts';
import { limitsFor, NO_REVIEW } from '../../src/allocation/rules-in-force.ts';

/** Wards A, B, C on of equal demand, in Camden unless another borough is given for each: "CCI" is two and one. */
export function wardsIn(boroughs: string): RuledWard[] {
  return [...boroughs].map((borough, place) => ({
    code: `E0${place + 1}`,
    name: place < 26 ? String.fromCharCode(65 + place) : `Ward ${place + 1}`,
    borough: borough === 'I' ? 'Islington' : 'Camden',
    demandShare: 1 / boroughs.length,
  }));
}

/** What a rule reads: plain numbers on 1 March 2026, and whatever a test is about. */
export function termsFor(
  asked: PlannedNumbers,
  {
    asAt = '2026-03-01',
    review = {},
    ...rest
  }: Partial<Omit<Terms, 'review'>> & { review?: Partial<ReviewRules> } = {},
): Terms {
  return {
    asAt,
    asked,
    limits: limitsFor(asAt, asked),
    wards: wardsIn('CCII'),
    pcsos: [],
    sergeants: null,
    ...rest,
    review: { ...NO_REVIEW, name: 'Spring', ...review },
  };
}

/** Officers now, of wards A, B, C on. */
export const nowHas = (...officers: number[]): ReviewRules['current'] => ({
  source: 'the rules file',
  officers: Object.fromEntries(officers.map((number, place) => [`E0${place + 1}`, number])),
});

/** A plan with so many officers in wards A, B, C on, one PCSO in each, and no sergeants unless they are given. */
export function planOf(terms: Terms, officers: readonly number[], sergeants: RuledPlan['sergeants'] = []): RuledPlan {
  const wards = terms.wards.map(({ code, name, borough }, place) => ({
    ...{ code, name, borough },
    dwo: officers[place] ?? 0,
    pcso: terms.pcsos[place] ?? 1,
  }));
  return { wards, sergeants };
}

/** Sergeants for wards that touch in a row: A–B–C–D. */
export const inARow = (sergeants: number, wards: number, elsewhere = 0): SergeantsAsked => ({
  ...{ sergeants, elsewhere, adjacencySource: 'By a list.' },
  adjacent: Array.from({ length: wards - 1 }, (_, place) => [`E0${place + 1}`, `E0${place + 2}`] as const),
});
