import { describe, expect, it } from 'vitest';
import { handOut } from '../apportionment/index.ts';
import { seededRandom } from '../statistics/random.ts';
import { acceptability, samplingError } from './index.ts';
import { sampleSimplex } from './sample-simplex.ts';

const SAMPLES = 20_000;
/** Twice what is stated at 95% is passed about once in 11,000 times. */
const NEAR = 2 * samplingError(SAMPLES);

/**
 * Of two wards and n officers the first has more than x as soon as d₁/√(x(x+1)) ≥ d₂/√((n−x−1)(n−x)), d₂ = 1 − d₁: from the
 * demand share t = r/(1 + r) on, with r = √(x(x+1) / ((n−x−1)(n−x))).
 */
function shareForMoreThan(x: number, officers: number): number {
  const r = Math.sqrt((x * (x + 1)) / ((officers - x - 1) * (officers - x)));
  return r / (1 + r);
}

/** Checks sampled shares of the first ward against how often, exactly, it has more than each number. */
function expectExact(shares: Record<string, number>, officers: number, above: (share: number) => number): void {
  for (let x = 1; x < officers - 1; x += 1) {
    const sampled = Object.entries(shares).reduce(
      (sum, [number, share]) => (Number(number) > x ? sum + share : sum),
      0,
    );
    expect(Math.abs(sampled - above(shareForMoreThan(x, officers)))).toBeLessThan(NEAR);
  }
}

const twoWards = (first: number[], officers: number, seed: number) =>
  acceptability({
    shares: first.map((share) => [share, 1 - share]),
    ...{ floors: [1, 1], ceilings: [officers, officers], officers, regions: null, samples: SAMPLES, seed },
  });

describe('the exact answer', () => {
  it.each([
    [[0.8, 0.3], 9],
    [[0.1, 0.95], 12],
  ])('with two components is lengths on a line: %j, %i officers', (first, officers) => {
    const [a = 0, b = 0] = first;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const [ward] = twoWards(first, officers, 3);
    expectExact(ward?.shares ?? {}, officers, (t) => Math.min(1, Math.max(0, (high - t) / (high - low))));
  });

  it.each([
    [[0.7, 0.2, 0.45], 10],
    [[0.05, 0.6, 0.9], 14],
  ])('with three components is areas of a triangle: %j, %i officers', (first, officers) => {
    // The part of the triangle where Σ wᵢaᵢ ≥ t is Σᵢ (aᵢ − t)₊² / Πⱼ(aᵢ − aⱼ), for three different aᵢ.
    const area = (t: number) =>
      first.reduce((sum, a, own) => {
        const others = first.filter((_, place) => place !== own);
        return a > t ? sum + (a - t) ** 2 / others.reduce((product, other) => product * (a - other), 1) : sum;
      }, 0);
    const [ward] = twoWards(first, officers, 4);
    expectExact(ward?.shares ?? {}, officers, area);
  });

  it('of ranks with two components is a length too, and a tie is one rank', () => {
    const [one, two] = twoWards([0.8, 0.3], 9, 5);
    // The first ward has the most demand where 0.8w + 0.3(1 − w) > 0.5: in 60% of the weightings.
    expect(Math.abs((one?.ranks['1'] ?? 0) - 0.6)).toBeLessThan(NEAR);
    expect(Math.abs((two?.ranks['2'] ?? 0) - 0.6)).toBeLessThan(NEAR);
    const [tied, alike] = twoWards([0.5, 0.5], 9, 5);
    expect([tied?.ranks, alike?.ranks]).toEqual([{ '1': 1 }, { '1': 1 }]);
    // Of an odd officer the first of the list has the last.
    expect([tied?.shares, alike?.shares]).toEqual([{ '5': 1 }, { '4': 1 }]);
  });
});

/** Random shares of components, rounded so that ties are common; some wards have none of a component. */
function madeUp(wards: number, components: number, seed: number): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: components }, () => {
    const figures = Array.from({ length: wards }, () => Math.floor(random() * 6));
    const total = figures.reduce((sum, figure) => sum + figure, 1);
    return figures.map((figure, ward) => (figure + (ward === 0 ? 1 : 0)) / total);
  });
}

describe('agreement with brute force', () => {
  it.each([1, 2, 3, 4, 5, 6])('the hand-out of every weighting, made-up wards %i', (seed) => {
    const random = seededRandom(seed + 100);
    const wards = 2 + Math.floor(random() * 14);
    const components = 2 + Math.floor(random() * 5);
    const shares = madeUp(wards, components, seed);
    const floors = shares[0]?.map(() => 1 + Math.floor(random() * 2)) ?? [];
    const ceilings = floors.map((floor) => floor + 1 + Math.floor(random() * 5));
    const least = floors.reduce((sum, floor) => sum + floor, 0);
    const officers = least + Math.floor(random() * wards);
    const samples = 300;
    const answer = acceptability({ shares, floors, ceilings, officers, regions: null, samples, seed });

    const counts = floors.map(() => new Map<string, number>());
    const ranks = floors.map(() => new Map<string, number>());
    const draws = seededRandom(seed);
    const weights = new Float64Array(components);
    for (let sample = 0; sample < samples; sample += 1) {
      sampleSimplex(draws, weights);
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      const demand = floors.map((_, ward) =>
        shares.reduce((sum, each, place) => sum + ((weights[place] ?? 0) / all) * (each[ward] ?? 0), 0),
      );
      const handedOut = handOut(demand, floors, ceilings, officers);
      if (handedOut.kind !== 'optimal') throw new Error('the officers fit');
      demand.forEach((share, ward) => {
        count(counts[ward], handedOut.officers[ward] ?? 0);
        count(ranks[ward], 1 + demand.filter((other) => other > share).length);
      });
    }
    const told = (seen: Map<string, number>) => Object.fromEntries([...seen].map(([key, n]) => [key, n / samples]));
    expect(answer.map((ward) => ward.shares)).toEqual(counts.map(told));
    expect(answer.map((ward) => ward.ranks)).toEqual(ranks.map(told));
  });
});

function count(seen: Map<string, number> | undefined, number: number): void {
  seen?.set(String(number), (seen.get(String(number)) ?? 0) + 1);
}

it('states a sampling error of less than one percentage point for 10,000 weightings', () => {
  expect(samplingError(10_000)).toBeCloseTo(0.0098, 4);
  expect(samplingError(1)).toBeLessThan(1);
});

it('is off by more than it states in about one in twenty seeds, and not more', () => {
  // Two wards as above; the share of the first that has more than 4 of 9 is known exactly, and near one half.
  const exact = (0.8 - shareForMoreThan(4, 9)) / 0.5;
  const samples = 400;
  const off = Array.from({ length: 200 }, (_, seed) => {
    const [ward] = acceptability({
      shares: [
        [0.8, 0.2],
        [0.3, 0.7],
      ],
      ...{ floors: [1, 1], ceilings: [9, 9], officers: 9, regions: null, samples, seed },
    });
    const sampled = Object.entries(ward?.shares ?? {}).reduce(
      (sum, [n, share]) => (Number(n) > 4 ? sum + share : sum),
      0,
    );
    return Math.abs(sampled - exact) > samplingError(samples);
  });
  const misses = off.filter(Boolean).length;
  expect(misses).toBeGreaterThan(1);
  expect(misses).toBeLessThan(22);
});
