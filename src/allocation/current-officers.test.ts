import { expect, test } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import { ALWAYS, bookOf, officerOf, postingOf, postOf } from '../../test/builders/post-book.ts';
import { clustersIn, numbersOf, strengthIn } from './current-officers.ts';
import { planFromDemand } from './plan-from-demand.ts';

const CODES = ['E05013653', 'E05013655', 'E05013703', 'E05013699'];
const base = demandOf([0.4, 0.3, 0.2, 0.1]);
const demand = { ...base, wards: base.wards.map((ward, place) => ({ ...ward, code: CODES[place] ?? '' })) };
const posted = bookOf({
  posts: [postOf('P1'), postOf('P2'), postOf('P3')],
  officers: [officerOf('O1'), officerOf('O2')],
  postings: [postingOf('O1', 'P1'), postingOf('O2', 'P2', { fraction: 0.5 })],
});

test('officers now are those posted on the date, in whole full-time equivalents, and none where nobody is', () => {
  expect(strengthIn(posted, demand)).toEqual({
    source: 'the officers posted on 1 March 2026',
    officers: { E05013653: 1, E05013655: 0, E05013703: 0, E05013699: 0 },
  });
});

test('a book in which nobody is posted, or that may not be read, says nothing; one made up says so', () => {
  expect(strengthIn(bookOf(), demand)).toBeNull();
  expect(strengthIn(null, demand)).toBeNull();
  expect(strengthIn({ ...posted, synthetic: true }, demand)?.source).toContain('(synthetic)');
});

test('the plan in force stands in, if it is for these wards', () => {
  const plan = planFromDemand(demand, { dwo: 12, pcso: 4 });
  if (plan.kind !== 'optimal') throw new Error('the example has a plan');
  expect(numbersOf(plan, demand)).toEqual({
    source: 'the plan in force from 1 March 2026',
    officers: Object.fromEntries(plan.wards.map(({ code, dwo }) => [code, dwo])),
  });
  expect(numbersOf({ ...plan, wards: plan.wards.slice(1) }, demand)).toBeNull();
  expect(numbersOf(null, demand)).toBeNull();
});

test('clusters are those that hold on the date, for the same ward set', () => {
  const cluster = (name: string, rest = {}) => ({
    ...{ name, boroughCode: 'E09000007', boundaryVersion: 'wards-2022' as const },
    ...{ wards: CODES.slice(0, 2), during: ALWAYS, source: '', ...rest },
  });
  const book = bookOf({
    clusters: [
      cluster('South'),
      cluster('Past', { during: { from: '2022-05-05', until: '2026-03-01' } }),
      cluster('Old', { boundaryVersion: 'wards-2014' }),
    ],
  });
  expect(clustersIn(book, demand)).toEqual([{ name: 'South', wards: CODES.slice(0, 2) }]);
});
