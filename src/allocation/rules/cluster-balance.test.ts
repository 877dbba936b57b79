import { expect, test } from 'vitest';
import { planOf, termsFor } from '../../../test/builders/plan-terms.ts';
import { fullPlanQuestion } from '../full-plan-question.ts';
import { clusterBalance } from './cluster-balance.ts';

const asked = { dwo: 18, pcso: 4 };
const clusters = [
  { name: 'North', wards: ['E01', 'E02'] },
  { name: 'South', wards: ['E03', 'E04'] },
];
const within = (officers: number, more = asked) =>
  termsFor(more, { review: { side: { 'cluster-balance': { within: officers } }, clusters } });

test('reads with its numbers, and is off without them', () => {
  expect(clusterBalance.inForce(within(1.5))).toEqual({
    name: 'cluster-balance',
    sentence: "Every cluster's officers lie within 1.5 of its share of demand × 18 officers.",
    source: 'Rules file “Spring”.',
    from: null,
  });
  expect(clusterBalance.inForce(termsFor(asked))).toBeNull();
});

test('broken by one cluster too far from its demand, either way, and by nothing else', () => {
  expect(clusterBalance.breach(within(1.5), planOf(within(1.5), [5, 5, 6, 2]))).toBeNull();
  expect(clusterBalance.breach(within(1.5), planOf(within(1.5), [6, 5, 2, 5]))).toBe(
    'The cluster North has 11 officers, and 1.5 around 9.00 are allowed.',
  );
  expect(clusterBalance.breach(termsFor(asked), planOf(termsFor(asked), [6, 6, 2, 4]))).toBeNull();
});

test('tells the solver whole bounds', () => {
  expect(fullPlanQuestion(within(1.5)).groups).toEqual([
    { name: 'cluster North', wards: [0, 1], least: 8, most: 10 },
    { name: 'cluster South', wards: [2, 3], least: 8, most: 10 },
  ]);
});

test('no whole number near enough is told, as is a floor or a ceiling in the way', () => {
  expect(clusterBalance.conflicts(within(0.2, { dwo: 19, pcso: 4 }))[0]?.sentence).toBe(
    'No whole number of officers lies within 0.2: the cluster North has demand for 9.50. Allow at least 0.50.',
  );
  const uneven = (shares: number[], officers: number) => {
    const terms = within(1, { dwo: officers, pcso: 4 });
    return { ...terms, wards: terms.wards.map((ward, place) => ({ ...ward, demandShare: shares[place] ?? 0 })) };
  };
  expect(clusterBalance.conflicts(uneven([0.05, 0.05, 0.45, 0.45], 12))[0]?.sentence).toBe(
    'The cluster balance lets the cluster North have 2 at most, and the floor gives its 2 wards 4: the cluster North has demand for 1.20. Allow at least 2.80.',
  );
  expect(clusterBalance.conflicts(uneven([0.2, 0.1, 0.4, 0.3], 24))[0]?.sentence).toBe(
    'The cluster balance gives the cluster South 16 at least, and the ceiling lets its 2 wards have 14: the cluster South has demand for 16.80. Allow at least 2.80.',
  );
  expect(clusterBalance.conflicts(within(1.5))).toEqual([]);
});

test('what it advises to allow does, and a hundredth less does not', () => {
  const asked = (shares: number[], officers: number, balance: number) => {
    const terms = within(balance, { dwo: officers, pcso: 4 });
    const wards = terms.wards.map((ward, place) => ({ ...ward, demandShare: shares[place] ?? 0 }));
    return clusterBalance.conflicts({ ...terms, wards })[0]?.sentence ?? null;
  };
  const cases: [number[], number, number][] = [
    [[0.05, 0.0367, 0.4633, 0.45], 12, 1],
    [[0.2, 0.1011, 0.4, 0.2989], 24, 0.5],
    [[0.25, 0.2671, 0.25, 0.2329], 19, 0.01],
  ];
  for (const [shares, officers, balance] of cases) {
    const advised = Number(/Allow at least ([\d.]+)[.]/.exec(asked(shares, officers, balance) ?? '')?.[1]);
    expect([shares, asked(shares, officers, advised)]).toEqual([shares, null]);
    expect(asked(shares, officers, advised - 0.01)).not.toBeNull();
  }
});
