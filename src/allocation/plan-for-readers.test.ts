import { expect, test } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import type { OptimalPlan } from './model.ts';
import { forReaders } from './plan-for-readers.ts';
import { planFromDemand } from './plan-from-demand.ts';

const made = planFromDemand(demandOf([0.6, 0.4]), { dwo: 7, pcso: 2 });
if (made.kind !== 'optimal') throw new Error('the example has a plan');
const about =
  'By the officers posted on 1 March 2026 there are 15 officers in wards now, and 7 are planned: 8 fewer stay.';
const plan: OptimalPlan = {
  ...made,
  current: { source: 'the officers posted on 1 March 2026', officers: { E01: 11, E02: 4 }, remarks: [about] },
  remarks: ['Half a post is elsewhere.', about],
};

test('what wards had before is left out, with every sentence on it, and where it is from stays', () => {
  const shown = forReaders(plan);
  expect(shown).toEqual({
    ...plan,
    current: { source: 'the officers posted on 1 March 2026', officers: null },
    remarks: ['Half a post is elsewhere.'],
  });
});

test('a plan of which no rule looks at that is shown whole, and one that was shown is shown again as it was', () => {
  expect(forReaders(made)).toEqual(made);
  expect(forReaders(forReaders(plan))).toEqual(forReaders(plan));
});
