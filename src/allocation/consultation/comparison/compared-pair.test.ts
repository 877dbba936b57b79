import { expect, it } from 'vitest';
import { CAMDEN, DECIDED_WARDS, ISLINGTON, POLICE_DRAFT } from '../../../../test/builders/decision-in-view.ts';
import { comparedPair, sayAgainst } from './compared-pair.ts';

const now = { head: 'Now', words: 'the plan in force', proposal: null, officers: { E1: 2, E2: 7, E3: 3 } };

it('says what a proposal would change of the plan in force', () => {
  expect(sayAgainst(now, ISLINGTON, DECIDED_WARDS)).toBe(
    'Against the plan in force: 1 ward is the same under both. 1 gains an officer under it and 1 loses one.',
  );
  expect(sayAgainst(now, POLICE_DRAFT, DECIDED_WARDS)).toContain('Every ward has the same number');
  expect(sayAgainst(now, CAMDEN, DECIDED_WARDS)).toBeNull();
});

it('is nothing where either gives no plan or is not there', () => {
  const all = [POLICE_DRAFT, ISLINGTON, CAMDEN];
  expect(comparedPair(all, DECIDED_WARDS, { a: 1, b: 3 })).toBeNull();
  expect(comparedPair(all, DECIDED_WARDS, { a: 1, b: 9 })).toBeNull();
  expect(comparedPair(all, DECIDED_WARDS, { a: 2, b: 1 })?.gains.map(({ code }) => code)).toEqual(['E2']);
});
