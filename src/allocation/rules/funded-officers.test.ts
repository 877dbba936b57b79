import { expect, test } from 'vitest';
import { planOf, termsFor } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import type { FundedOfficers } from '../review.ts';
import { fundedOfficers } from './funded-officers.ts';

const council: FundedOfficers = {
  ...{ place: 'A', wards: ['E01'], officers: 1, fundedBy: 'the council', until: '2027-03-31' },
};
const grant: FundedOfficers = {
  ...{ place: 'Camden', wards: ['E01', 'E02'], officers: 2, fundedBy: 'a grant', until: null },
};
const at = (funded: FundedOfficers[], asAt = '2026-03-01', officers = 14) =>
  termsFor({ dwo: officers, pcso: 4 }, { asAt, review: { side: { 'funded-officers': funded } } });

test('reads with who pays, for what and until when', () => {
  expect(fundedOfficers.inForce(at([council, grant]))?.sentence).toBe(
    '1 officer paid for by the council stays in A above its floor, until 31 March 2027 and 2 officers paid for by a grant stay in Camden above its floor.',
  );
  expect(fundedOfficers.inForce(termsFor({ dwo: 14, pcso: 4 }))).toBeNull();
});

test('broken by one officer too few above the floor of the place, and by nothing else', () => {
  expect(fundedOfficers.breach(at([council]), planOf(at([council]), [3, 2, 5, 4]))).toBeNull();
  expect(fundedOfficers.breach(at([council]), planOf(at([council]), [2, 3, 5, 4]))).toBe(
    'A has 2 officers; its floor and 1 officer paid for it come to 3.',
  );
});

test('of a place inside another both are paid for: none counts twice', () => {
  const terms = at([council, grant]);
  expect(fundedOfficers.breach(terms, planOf(terms, [4, 3, 4, 3]))).toBeNull();
  expect(fundedOfficers.breach(terms, planOf(terms, [3, 3, 4, 4]))).toBe(
    'Camden has 6 officers; its floor and 3 officers paid for it come to 7.',
  );
  expect(fullPlanQuestion(terms).groups.map(({ wards, least }) => ({ wards, least }))).toEqual([
    { wards: [0], least: 3 },
    { wards: [0, 1], least: 7 },
  ]);
});

test('ends with the money', () => {
  const later = at([council], '2027-04-01');
  expect(fullPlanQuestion(later).groups).toEqual([]);
  expect(fundedOfficers.breach(later, planOf(later, [2, 3, 5, 4]))).toBeNull();
  expect(fundedOfficers.inForce(later)?.sentence).toBe('The money of the council for A ended on 31 March 2027.');
  expect(fullPlanQuestion(at([council], '2027-03-31')).groups).toHaveLength(1);
});

test('more than the ceiling or the numbers hold is told', () => {
  expect(fundedOfficers.conflicts(at([{ ...council, officers: 6 }]))[0]?.sentence).toBe(
    'The floor of A and 6 officers paid for it come to 8, and the ceiling leaves room for 7. Raise the ceiling.',
  );
  expect(fundedOfficers.conflicts(at([grant], '2026-03-01', 9))[0]?.sentence).toBe(
    "The floor of Camden and 2 officers paid for it come to 6, the other wards' floor to 4, and there are 9 in all. Count funded officers in --dwo.",
  );
  expect(fundedOfficers.conflicts(at([grant]))).toEqual([]);
});
