import { expect, test } from 'vitest';
import { demandOf, madeUpShares } from '../../test/builders/demand-index.ts';
import { explainWard } from './explain-ward.ts';
import type { OptimalPlan, PlannedNumbers, PlannedWard } from './model.ts';
import { planFromDemand } from './plan-from-demand.ts';

function planOf(shares: number[], asked: PlannedNumbers, rest = {}): OptimalPlan {
  const plan = planFromDemand(demandOf(shares, rest), asked);
  if (plan.kind !== 'optimal') throw new Error('the example has a plan');
  return plan;
}
function wardOf(plan: OptimalPlan, place: number): PlannedWard {
  const ward = plan.wards[place];
  if (!ward) throw new Error('the example has the ward');
  return ward;
}
const explain = (plan: OptimalPlan, place: number) => explainWard(plan, wardOf(plan, place));

// Turns: 0.6/√6 = 0.245 (ward 1), 0.6/√12 = 0.173 (ward 1), 0.4/√6 = 0.163 (ward 2); next 0.6/√20 = 0.134 (ward 1).
const plan = planOf([0.6, 0.4], { dwo: 7, pcso: 2 });

test('answers how many first, then which turn the last one was', () => {
  const { answer, paragraphs } = explain(plan, 0);
  expect(answer).toBe('Ward 1: 4 officers and 1 PCSO, as at 1 March 2026.');
  expect(paragraphs[0]).toBe(
    'Every ward has at least 2 officers and 1 PCSO. Its last officer was the 2nd of the 3 shared out above that.',
  );
  expect(paragraphs[1]).toBe(
    'It has 60.00% of the demand in Central North, where an average ward has 50.00%; an exact share of 7 officers would be 4.20.',
  );
});

test('gives the reason for every officer above the floor, in turn', () => {
  const { paragraphs } = explain(plan, 0);
  expect(paragraphs[2]).toContain('Ward 1 got the 1st of 3 extra officers');
  expect(paragraphs[3]).toContain('Ward 1 got the 2nd of 3 extra officers');
});

test('says what would change the number, in per cent of its own demand', () => {
  // Ward 1 gains at 0.4/√6 × √20 = 0.7303 (21.7% above 0.6) and loses at 0.4/√12 × √12 = 0.4 (33.3% below).
  expect(explain(plan, 0).paragraphs).toContain(
    'It would have a 5th officer if its demand were 21.7% higher. It would lose its 4th if its demand were 33.3% lower.',
  );
  // Ward 2 gains at 0.6/√12 × √12 = 0.6 and loses at 0.6/√20 × √6 = 0.3286 (17.8% below).
  expect(explain(plan, 1).paragraphs).toContain(
    'It would have a 4th officer if its demand were 50.0% higher. It would lose its 3rd if its demand were 17.8% lower.',
  );
});

test('a close call never reads as no change at all', () => {
  const close = planOf([0.300001, 0.3, 0.4], { dwo: 8, pcso: 3 });
  expect(explain(close, 1).paragraphs.join(' ')).toContain('if its demand were 0.0003% higher');
});

test('floor, ceiling and nobody to take from are said instead of a margin', () => {
  // Ward 2 waits with 0.1/√12; times √42 that is 0.1871, 79.2% below 0.9.
  const full = planOf([0.9, 0.1], { dwo: 10, pcso: 2 });
  expect(explain(full, 0).paragraphs).toContain(
    'It is at the ceiling of 7 officers. It would lose its 7th if its demand were 79.2% lower.',
  );
  expect(explain(full, 0).paragraphs).toContain(
    'No demand would give it a 2nd PCSO: no other ward has one to give. The floor keeps it from having fewer.',
  );
  expect(explain(plan, 0).paragraphs[0]).not.toContain('PCSOs shared out');
});

test('a ward that got none above the floor says so', () => {
  const lopsided = planOf([0.95, 0.05], { dwo: 6, pcso: 3 });
  expect(explain(lopsided, 1).paragraphs[0]).toBe(
    'Every ward has at least 2 officers and 1 PCSO. It got none of the 2 officers shared out above that. The one PCSO shared out above that went to another ward.',
  );
});

test('names its place in line, its parts, what is missing and what is made up', () => {
  const shares = madeUpShares(37, 5);
  const marked = planOf(
    shares,
    { dwo: 118, pcso: 37 },
    {
      synthetic: true,
      missing: [
        { component: 'residents', weight: 0.25, reason: 'No figures for residents are imported for these wards.' },
      ],
    },
  );
  const next = marked.wards.findIndex((ward) => ward.code === marked.nextInLine[0]?.code);
  const third = marked.wards.findIndex((ward) => ward.code === marked.nextInLine[2]?.code);
  expect(explain(marked, next).paragraphs).toContain('It is next in line for an officer.');
  expect(explain(marked, third).paragraphs).toContain('It is 3rd in line for the next officer.');
  const text = explain(marked, 0).paragraphs.join('\n');
  expect(text).toContain(`part by part: recorded crime ${((shares[0] ?? 0) * 100).toFixed(1)}% (weight 100.0%).`);
  expect(text).toContain('Missing: No figures for residents are imported for these wards.');
  expect(text).toContain('had 25% of the weight');
  expect(text).toContain('synthetic demonstration data');
});
