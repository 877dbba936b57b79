import { expect, test } from 'vitest';
import { decidedBy, emergencyCase } from '../../../test/builders/ringfence-cases.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { emergencyAuthorisedByRank } from './emergency-authorised-by-rank.ts';

const { name } = emergencyAuthorisedByRank;

test('decides alone of an emergency that a chief inspector authorised', () => {
  const low = emergencyCase({ rank: 'Chief Inspector' });
  expect(decidedBy(low)).toEqual([name]);
  expect(ruleCase(low)).toEqual({
    ruling: 'breach',
    because: 'Bridge collapse was authorised by the rank of Chief Inspector: it needs Superintendent or above.',
    late: false,
  });
});

test('decides alone of a rank that nobody knows', () => {
  expect(decidedBy(emergencyCase({ rank: 'Captain' }))).toEqual([name]);
});

test('is kept by the rank, by a detective of it, and by every rank above', () => {
  const ranks = ['Superintendent', 'Detective Superintendent', 'Chief Superintendent', 'Commander', 'Commissioner'];
  expect(new Set(ranks.map((rank) => ruleCase(emergencyCase({ rank })).ruling))).toEqual(new Set(['exception']));
});

test('decides alone of an emergency that nobody authorised', () => {
  const { event, ...of } = emergencyCase();
  const unauthorised = { ...of, event: event && { ...event, authorised: null } };
  expect(decidedBy(unauthorised)).toEqual([name]);
  expect(ruleCase(unauthorised).because).toBe('Nobody authorised Bridge collapse.');
});
