import fc from 'fast-check';
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

test('of places that cross no officer counts for two who pay: their wards together have what both pay for', () => {
  const paid = (place: string, wards: string[], officers = 1): FundedOfficers => ({
    ...{ place, wards, officers, fundedBy: place, until: null },
  });
  const crossing = at([paid('North', ['E01', 'E02']), paid('South', ['E01', 'E03'])]);
  expect(fundedOfficers.breach(crossing, planOf(crossing, [3, 2, 2, 7]))).toBe(
    'North and South have 7 officers together; their floor and 2 officers paid for them come to 8.',
  );
  expect(fundedOfficers.breach(crossing, planOf(crossing, [4, 2, 2, 6]))).toBeNull();
  expect(fundedOfficers.breach(crossing, planOf(crossing, [2, 3, 3, 6]))).toBeNull();
  expect(fullPlanQuestion(crossing).groups.map(({ wards, least }) => ({ wards, least }))).toEqual([
    { wards: [0, 1], least: 5 },
    { wards: [0, 2], least: 5 },
    { wards: [0, 1, 2], least: 8 },
  ]);
  const apart = at([paid('North', ['E01', 'E02']), paid('South', ['E03', 'E04'])]);
  expect(fullPlanQuestion(apart).groups).toHaveLength(2);
  const inARow = at([paid('North', ['E01', 'E02'], 2), paid('Mid', ['E02', 'E03']), paid('South', ['E03', 'E04'], 2)]);
  expect(fullPlanQuestion(inARow).groups.map(({ wards, least }) => [wards.toSorted().join(''), least])).toEqual([
    ['01', 6],
    ['12', 5],
    ['23', 6],
    ['012', 9],
    ['123', 9],
    ['0123', 13],
  ]);
});

test('numbers keep it just where every officer paid for can be told apart from every other', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          wards: fc.subarray(['E01', 'E02', 'E03', 'E04'], { minLength: 1 }),
          officers: fc.integer({ min: 1, max: 2 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      (listed, above) => {
        const terms = at(listed.map((each, place) => ({ ...each, place: `P${place}`, fundedBy: 'us', until: null })));
        const kept =
          fundedOfficers.breach(
            terms,
            planOf(
              terms,
              above.map((each) => each + 2),
            ),
          ) === null;
        const paid = listed.flatMap(({ wards, officers }) => Array.from({ length: officers }, () => wards));
        expect(kept).toBe(canBeSeated(paid, new Map(above.map((each, place) => [`E0${place + 1}`, each]))));
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});

/** Tries every ward for each officer paid for, one after another. */
function canBeSeated([first, ...rest]: string[][], free: ReadonlyMap<string, number>): boolean {
  if (first === undefined) return true;
  return first.some((ward) => {
    const left = free.get(ward) ?? 0;
    return left > 0 && canBeSeated(rest, new Map([...free, [ward, left - 1]]));
  });
}

test('places that cross in too many ways are refused', () => {
  const many = Array.from({ length: 9 }, (_, place): FundedOfficers => {
    return { place: `P${place}`, wards: ['E01', `E1${place}`], officers: 1, fundedBy: 'us', until: null };
  });
  expect(fundedOfficers.conflicts(at(many))[0]?.sentence).toBe(
    'The places of funded officers cross in more than 200 ways, which are too many to weigh: name fewer, or places that do not cross.',
  );
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
    "The floor of Camden and 2 officers paid for it come to 6, the other wards' floor to 4, and there are 9 in all. Count funded officers among all officers.",
  );
  expect(fundedOfficers.conflicts(at([grant]))).toEqual([]);
});
