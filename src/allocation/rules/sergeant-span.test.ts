import { expect, test } from 'vitest';
import { inARow, planOf, termsFor, wardsIn } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import { sergeantSpan } from './sergeant-span.ts';

const at = (people: number, sergeants = 3) =>
  termsFor(
    { dwo: 14, pcso: 6 },
    {
      ...{ wards: wardsIn('CCCC'), sergeants: inARow(sergeants, 4), pcsos: [1, 2, 2, 1] },
      review: { side: { 'sergeant-span': { people } } },
    },
  );
const sharing = [
  { wards: ['E01', 'E02'], tier: 'Standard' as const },
  { wards: ['E03'], tier: 'Medium' as const },
  { wards: ['E04'], tier: 'Medium' as const },
];

test('reads with its number, and is off without sergeants', () => {
  expect(sergeantSpan.inForce(at(8))?.sentence).toBe('A sergeant of two wards has at most 8 officers and PCSOs.');
  expect(sergeantSpan.inForce({ ...at(8), sergeants: null })).toBeNull();
});

test('broken by one person too many under a sergeant of two wards, and by nothing else', () => {
  expect(sergeantSpan.breach(at(8), planOf(at(8), [3, 2, 7, 2], sharing))).toBeNull();
  expect(sergeantSpan.breach(at(8), planOf(at(8), [3, 3, 6, 2], sharing))).toBe(
    'The sergeant of A and B has 9 people, and at most 8 are allowed.',
  );
});

test('tells the solver the most, and the PCSOs of each ward', () => {
  expect(fullPlanQuestion(at(8)).sergeants?.span).toEqual({ most: 8, others: [1, 2, 2, 1] });
});

test('a span that the floor alone breaks is told', () => {
  expect(sergeantSpan.conflicts(at(6))[0]?.sentence).toBe(
    'A sergeant of two wards may have 6 people; two wards have 6 by the floor alone, and with their PCSOs only 0 of the 1 pairs needed keep to that. Allow more people, or add sergeants.',
  );
  expect(sergeantSpan.conflicts(at(7))).toEqual([]);
  expect(sergeantSpan.conflicts(at(7, 2))).toEqual([]);
});
