import { expect, test } from 'vitest';
import { planOf, termsFor } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import { boroughFloors } from './borough-floors.ts';

const at = (floors: Record<string, number>, officers = 14) =>
  termsFor(
    { dwo: officers, pcso: 4 },
    {
      review: {
        side: { 'borough-floors': Object.entries(floors).map(([borough, atLeast]) => ({ borough, atLeast })) },
      },
    },
  );

test('reads with each borough and its number', () => {
  expect(boroughFloors.inForce(at({ Camden: 8, Islington: 5 }))?.sentence).toBe(
    'Camden has at least 8 officers and Islington has at least 5 officers.',
  );
  expect(boroughFloors.inForce(termsFor({ dwo: 14, pcso: 4 }))).toBeNull();
});

test('broken by one officer too few in a borough, and by nothing else', () => {
  const terms = at({ Camden: 8 });
  expect(boroughFloors.breach(terms, planOf(terms, [5, 3, 3, 3]))).toBeNull();
  expect(boroughFloors.breach(terms, planOf(terms, [4, 3, 4, 3]))).toBe(
    'Camden has 7 officers and is to have at least 8.',
  );
});

test('tells the solver a least for the borough together', () => {
  expect(fullPlanQuestion(at({ Islington: 8 })).groups).toEqual([
    { name: 'borough Islington', wards: [2, 3], least: 8, most: 14 },
  ]);
});

test('more than there are is told with every number, and more than the ceiling holds', () => {
  expect(boroughFloors.conflicts(at({ Camden: 10, Islington: 5 }))[0]?.sentence).toBe(
    'The borough floors ask 10 in Camden and 5 in Islington, 15 together, and there are 14. Ask for less, or add 1 officer.',
  );
  expect(boroughFloors.conflicts(at({ Camden: 11 }))[0]?.sentence).toBe(
    'The borough floors ask 11 in Camden, the ward floor 4 in Islington, 15 together, and there are 14. Ask for less, or add 1 officer.',
  );
  expect(boroughFloors.conflicts(at({ Camden: 15 }, 20))[0]?.sentence).toBe(
    'The borough floor asks 15 in Camden and the ceiling leaves room for 14 (2 wards × 7). Ask for less, or raise the ceiling.',
  );
  expect(boroughFloors.conflicts(at({ Camden: 10 }))).toEqual([]);
});
