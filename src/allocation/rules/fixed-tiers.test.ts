import { expect, test } from 'vitest';
import { inARow, planOf, termsFor, wardsIn } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import type { Tier } from '../review.ts';
import { fixedTiers } from './fixed-tiers.ts';

const at = (sergeants: number, tiers: Record<string, Tier>, boroughs = 'CCCC') =>
  termsFor(
    { dwo: 14, pcso: 4 },
    { wards: wardsIn(boroughs), sergeants: inARow(sergeants, boroughs.length), review: { tiers } },
  );

test('reads with each ward, and is off without sergeants', () => {
  expect(fixedTiers.inForce(at(3, { E01: 'High', E03: 'Standard' }))?.sentence).toBe('A is High and C is Standard.');
  expect(fixedTiers.inForce({ ...at(3, { E01: 'High' }), sergeants: null })).toBeNull();
  expect(fixedTiers.inForce(at(3, {}))).toBeNull();
});

test('broken by one ward of another tier than was fixed, and by nothing else', () => {
  const terms = at(3, { E01: 'Standard', E04: 'High' });
  const sergeants = (last: Tier) => [
    { wards: ['E01', 'E02'], tier: 'Standard' as const },
    { wards: ['E03'], tier: 'Medium' as const },
    { wards: ['E04'], tier: last },
  ];
  expect(fixedTiers.breach(terms, planOf(terms, [4, 4, 3, 3], sergeants('High')))).toBeNull();
  expect(fixedTiers.breach(terms, planOf(terms, [4, 4, 3, 3], sergeants('Medium')))).toBe(
    'D is Medium and fixed High.',
  );
});

test('tells the solver who must share and who must not', () => {
  const { sergeants } = fullPlanQuestion(at(3, { E04: 'Medium', E01: 'Standard' }));
  expect(sergeants).toMatchObject({ mustShare: [0], mustNotShare: [3] });
});

test('too many fixed one way or the other, or one with nobody to share with, is told', () => {
  const sentence = (...asked: Parameters<typeof at>) => fixedTiers.conflicts(at(...asked))[0]?.sentence;
  expect(sentence(3, { E01: 'Standard', E02: 'Standard', E03: 'Standard' })).toBe(
    '3 wards are fixed Standard, and 3 sergeants for 4 wards make 2 so. Fix fewer.',
  );
  expect(sentence(2, { E01: 'High' })).toBe(
    '1 ward is fixed High or Medium, and 2 sergeants for 4 wards leave 0 with one of their own. Fix fewer.',
  );
  expect(sentence(3, { E04: 'Standard' }, 'CCCI')).toBe(
    'D is fixed Standard, and no ward of its borough that touches it may share a sergeant with it. Do not fix it.',
  );
  expect(sentence(3, { E02: 'High' }, 'CCCI')).toBe(
    "3 sergeants for 4 wards need 1 pair, and the wards that are not fixed High or Medium make 0. Fix fewer, or leave the rule 'fixed tiers' out.",
  );
  expect(sentence(3, { E01: 'Standard', E04: 'High' })).toBeUndefined();
});
