import { describe, expect, it } from 'vitest';
import { demandOf } from '../../../test/builders/demand-index.ts';
import { type DemandIndex, type DemandParts, weighDemand } from '../../demand/index.ts';
import type { OptimalPlan, PlannedNumbers } from '../model.ts';
import { planFromDemand } from '../plan-from-demand.ts';
import { parseStoredPlan } from '../stored-plan.ts';
import { whyPlansDiffer } from './why-plans-differ.ts';

function planOf(demand: DemandIndex, numbers: PlannedNumbers = { dwo: 9, pcso: 3 }): OptimalPlan {
  const plan = planFromDemand(demand, numbers);
  if (plan.kind !== 'optimal') throw new Error('The example has a plan.');
  // As it is kept: through JSON, whose fields have an order of their own.
  return parseStoredPlan(JSON.parse(JSON.stringify(plan)));
}

/** Three wards, with a part for each list of figures. */
function weighed(figures: Record<string, number[]>, weights: Record<string, number>, vintage = 'spring'): DemandIndex {
  const parts: DemandParts = {
    ...{ unit: 'Central North', asAt: '2026-03-01', boundaryVersion: 'wards-2022' },
    window: { from: '2025-03', to: '2026-02', months: 12 },
    wards: [1, 2, 3].map((place) => ({ code: `E0000000${place}`, name: `Ward ${place}`, borough: 'Camden' })),
    parts: Object.entries(figures).map(([component, counts]) => ({
      ...{
        kind: 'held' as const,
        component,
        title: `${component} figures`,
        measure: component,
        every: 'month' as const,
      },
      ...{ vintage, synthetic: false, backCast: false, origins: [], files: [] },
      total: counts.reduce((sum, count) => sum + count, 0),
      figures: counts,
    })),
  };
  const demand = weighDemand(parts, { name: 'test', version: '1', weights });
  if (demand.kind !== 'index') throw new Error('The example has figures.');
  return demand;
}

const CRIME = { Crime: [70, 20, 10] };
const BOTH = { Crime: [70, 20, 10], Residents: [10, 20, 70] };

describe('the change list with causes', () => {
  it('lays what weights alone changed to the weights, in sentences', () => {
    const found = whyPlansDiffer(
      planOf(weighed(BOTH, { Crime: 9, Residents: 1 })),
      planOf(weighed(BOTH, { Crime: 1, Residents: 9 })),
    );
    expect(found).toMatchObject({
      kind: 'compared',
      differs: ['weights'],
      unchanged: 1,
      remarks: [],
      sentences: [
        '1 ward gains, 1 loses and 1 stays as before.',
        'All of them change because of the weights.',
        'Different between the two: the weights.',
      ],
      wards: [
        {
          code: 'E00000001',
          because: [['weights']],
          sentence: 'Ward 1 has 2 officers instead of 5, because of the weights.',
        },
        { code: 'E00000003', because: [['weights']] },
      ],
    });
  });

  // Two for each ward, and one or two above: priorities are the shares over √6 and √12.
  const before = planOf(demandOf([0.4, 0.32, 0.28]), { dwo: 7, pcso: 3 });

  it('names a pair of causes where neither does alone', () => {
    expect(whyPlansDiffer(before, planOf(demandOf([0.38, 0.3, 0.32]), { dwo: 8, pcso: 3 }))).toMatchObject({
      differs: ['officers', 'data'],
      wards: [
        {
          ...{ code: 'E00000003', before: { dwo: 2 }, after: { dwo: 3 }, because: [['officers', 'data']] },
          sentence:
            'Ward 3 has 3 officers instead of 2, because of the officers there are to place and the figures together.',
        },
      ],
    });
  });

  it('names each cause where either does by itself', () => {
    expect(whyPlansDiffer(before, planOf(demandOf([0.3, 0.4, 0.3]), { dwo: 8, pcso: 3 }))).toMatchObject({
      wards: [
        {
          ...{ code: 'E00000002', before: { dwo: 2 }, after: { dwo: 3 }, because: [['officers'], ['data']] },
          sentence:
            'Ward 2 has 3 officers instead of 2, because of the officers there are to place or the figures: either by itself makes the change.',
        },
      ],
    });
  });

  it('cannot tell figures from weights where one plan kept no figures of a part', () => {
    const found = whyPlansDiffer(
      planOf(weighed(CRIME, { Crime: 1 })),
      planOf(weighed({ ...BOTH, Crime: [60, 25, 15] }, { Crime: 1, Residents: 9 }, 'summer')),
    );
    expect(found).toMatchObject({
      inseparable: [{ component: 'Residents', weighedBy: 'after' }],
      wards: [
        {
          because: [['data', 'weights']],
          sentence: expect.stringContaining('because of the figures or the weights, which cannot be told apart.'),
        },
        {},
      ],
      remarks: [
        'Only the plan after gives weight to residents figures, and the plan before kept no figures of it: there figures and weights cannot be told apart.',
      ],
    });
  });

  it('takes such figures to be the same where all others are, and says so', () => {
    const found = whyPlansDiffer(
      planOf(weighed(CRIME, { Crime: 1 })),
      planOf(weighed(BOTH, { Crime: 1, Residents: 9 })),
    );
    expect(found).toMatchObject({
      inseparable: [],
      wards: [{ because: [['weights']] }, { because: [['weights']] }],
      remarks: [expect.stringContaining('all other figures are the same in both, so these are taken to be too')],
    });
  });

  it('lays to the rules what the hand-out does not explain where they alone differ, and else names no cause under side rules', () => {
    const plan = planOf(demandOf([0.5, 0.3, 0.2]));
    const ruled = (from: OptimalPlan): OptimalPlan => ({
      ...from,
      decidedBy: 'solver',
      rules: [...from.rules, { name: 'protected-wards', sentence: 'Ward 3 keeps 4.', source: 'test', from: null }],
      wards: from.wards.map((ward, place) => ({ ...ward, dwo: ward.dwo + ([-1, 0, 1][place] ?? 0) })),
    });
    expect(whyPlansDiffer(plan, ruled(plan))).toMatchObject({
      differs: ['rules'],
      wards: [{ because: [['rules']] }, { because: [['rules']] }],
      remarks: [],
    });
    const moved = planOf(demandOf([0.2, 0.3, 0.5]));
    expect(whyPlansDiffer(plan, ruled(moved))).toMatchObject({
      differs: ['data', 'rules'],
      wards: [
        {
          because: [],
          sentence: expect.stringContaining('its cause cannot be told apart: the figures and the rules differ.'),
        },
        { because: [] },
      ],
      remarks: [expect.stringContaining('no cause is named there')],
    });
    // The hand-out comes to the same numbers, and still nobody knows what other figures do under the side rules.
    const nearly = planOf(demandOf([0.51, 0.3, 0.19]));
    expect(nearly.wards.map(({ dwo }) => dwo)).toEqual(plan.wards.map(({ dwo }) => dwo));
    expect(whyPlansDiffer(plan, ruled(nearly))).toMatchObject({
      differs: ['data', 'rules'],
      wards: [{ because: [] }, { because: [] }],
    });
  });

  it('compares no plans for other wards', () => {
    const found = whyPlansDiffer(planOf(demandOf([0.5, 0.5])), planOf(demandOf([0.5, 0.3, 0.2])));
    expect(found).toEqual({
      kind: 'other wards',
      sentences: [
        'The plan of 1 March 2026 is for 2 wards and that of 1 March 2026 for 3 wards, and they are not the same wards: they are not compared ward by ward.',
      ],
    });
  });
});
