import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DemandParts, weighDemand } from '../../demand/index.ts';
import type { OptimalPlan, PlannedNumbers } from '../model.ts';
import { planFromDemand } from '../plan-from-demand.ts';
import type { Cause } from './model.ts';
import { whyPlansDiffer } from './why-plans-differ.ts';

/** What a plan is made of, by cause. */
interface Ingredients {
  officers: { dwo: number; pcso: number };
  data: number[][];
  weights: Record<string, number>;
  rules: Pick<PlannedNumbers, 'floors' | 'ceilings'>;
}

const COMPONENTS = ['recorded-crime', 'residents', 'deprivation'];
const WARDS = 8;

function partsOf(data: readonly number[][]): DemandParts {
  return {
    ...{ unit: 'Central North', asAt: '2026-03-01', boundaryVersion: 'wards-2022' as const },
    window: { from: '2025-03', to: '2026-02', months: 12 },
    wards: Array.from({ length: WARDS }, (_, place) => ({
      ...{ code: `E0000000${place}`, name: `Ward ${place}`, borough: 'Camden' },
    })),
    parts: COMPONENTS.map((component, at) => {
      const figures = data[at] ?? [];
      return {
        ...{ kind: 'held' as const, component, title: component, measure: component, every: 'month' as const },
        ...{ vintage: 'spring', synthetic: false, backCast: false, origins: [], files: [] },
        total: figures.reduce((sum, figure) => sum + figure, 0),
        figures,
      };
    }),
  };
}

function planOf({ officers, data, weights, rules }: Ingredients): OptimalPlan {
  const demand = weighDemand(partsOf(data), { name: 'drawn', version: '1', weights });
  if (demand.kind !== 'index') throw new Error('Every component has figures.');
  const plan = planFromDemand(demand, { ...officers, ...rules });
  if (plan.kind !== 'optimal') throw new Error('The officers are enough, and not too many.');
  return plan;
}

const figures = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: WARDS, maxLength: WARDS });
const ingredients: fc.Arbitrary<Ingredients> = fc.record({
  officers: fc.record({ dwo: fc.integer({ min: 16, max: 32 }), pcso: fc.integer({ min: 8, max: 16 }) }),
  data: fc.tuple(figures, figures, figures),
  weights: fc.record(Object.fromEntries(COMPONENTS.map((name) => [name, fc.integer({ min: 1, max: 50 })]))),
  rules: fc.record({
    floors: fc.record({ dwo: fc.integer({ min: 1, max: 2 }), pcso: fc.constantFrom(0, 1) }),
    ceilings: fc.record({ dwo: fc.integer({ min: 4, max: 8 }), pcso: fc.constant(null) }),
  }),
});
const CAUSES: Cause[] = ['officers', 'data', 'weights', 'rules'];
const taking = (before: Ingredients, after: Ingredients, causes: readonly Cause[]): Ingredients => ({
  ...before,
  ...Object.fromEntries(causes.map((cause) => [cause, after[cause]])),
});
const compared = (before: OptimalPlan, after: OptimalPlan) => {
  const found = whyPlansDiffer(before, after);
  if (found.kind !== 'compared') throw new Error('The wards are the same.');
  return found;
};
const numbersOf = ({ wards }: OptimalPlan, code: string) => {
  const found = wards.find((ward) => ward.code === code);
  return { dwo: found?.dwo, pcso: found?.pcso };
};

describe('why two plans differ, for any two plans', () => {
  it('every set named makes the change when planned anew, and no smaller set does', () => {
    fc.assert(
      fc.property(ingredients, ingredients, (before, after) => {
        const { wards, unchanged } = compared(planOf(before), planOf(after));
        expect(wards.length + unchanged).toBe(WARDS);
        for (const ward of wards) {
          expect(ward.because.length).toBeGreaterThan(0);
          for (const set of ward.because) {
            expect(numbersOf(planOf(taking(before, after, set)), ward.code)).toEqual(ward.after);
            for (const left of set) {
              const fewer = set.filter((cause) => cause !== left);
              expect(numbersOf(planOf(taking(before, after, fewer)), ward.code)).not.toEqual(ward.after);
            }
          }
        }
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it('a change of one cause only names that cause', () => {
    fc.assert(
      fc.property(ingredients, ingredients, fc.constantFrom(...CAUSES), (before, other, cause) => {
        const { wards, differs } = compared(planOf(before), planOf(taking(before, other, [cause])));
        expect(differs.every((each) => each === cause)).toBe(true);
        for (const { because } of wards) expect(because).toEqual([[cause]]);
      }),
      { numRuns: 80, seed: 6 },
    );
  });

  it('equal plans give nothing, and the change back is of the same wards', () => {
    fc.assert(
      fc.property(ingredients, ingredients, (before, after) => {
        expect(compared(planOf(before), planOf(before))).toMatchObject({ wards: [], differs: [], unchanged: WARDS });
        const codes = (some: { code: string }[]) => some.map(({ code }) => code);
        const there = compared(planOf(before), planOf(after));
        const back = compared(planOf(after), planOf(before));
        expect(codes(there.wards)).toEqual(codes(back.wards));
        expect(there.differs).toEqual(back.differs);
      }),
      { numRuns: 40, seed: 6 },
    );
  });
});
