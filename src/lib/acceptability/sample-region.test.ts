import { describe, expect, it } from 'vitest';
import { seededRandom } from '../statistics/random.ts';
import { sampleRegion } from './sample-region.ts';
import { sampleSimplex } from './sample-simplex.ts';
import { type Bounds, drawInBounds } from './weight-region.ts';

const DRAWS = 20_000;

function draws(bounds: Bounds, count = DRAWS): Float64Array[] {
  const found = drawInBounds(bounds);
  if (found.kind !== 'region') throw new Error('the bounds can be kept');
  const draw = sampleRegion(found.bounds);
  const random = seededRandom(5);
  return Array.from({ length: count }, () => {
    const weights = new Float64Array(bounds.least.length);
    draw(random, weights);
    return weights;
  });
}

/** Draws over all weights, those outside thrown away: slow, and plainly uniform. */
function plainly({ least, most }: Bounds, count: number): Float64Array[] {
  const random = seededRandom(6);
  const kept: Float64Array[] = [];
  while (kept.length < count) {
    const weights = new Float64Array(least.length);
    sampleSimplex(random, weights);
    if (weights.every((weight, place) => weight >= (least[place] ?? 0) && weight <= (most[place] ?? 1)))
      kept.push(weights);
  }
  return kept;
}

/** Largest distance between two empirical distributions (Kolmogorov–Smirnov). */
function distance(one: number[], other: number[]): number {
  const [a, b] = [one.toSorted((x, y) => x - y), other.toSorted((x, y) => x - y)];
  let [i, j, largest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if ((a[i] ?? 0) <= (b[j] ?? 0)) i += 1;
    else j += 1;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest;
}

const REGIONS: [string, Bounds][] = [
  ['wide', { least: [0, 0.1, 0], most: [0.8, 1, 0.6] }],
  ['near the least', { least: [0.3, 0.3, 0.3], most: [1, 1, 1] }],
  ['near the most', { least: [0, 0, 0, 0], most: [0.3, 0.3, 0.3, 0.2] }],
  ['narrow beside wide', { least: [0.1, 0, 0, 0, 0], most: [0.15, 0.4, 0.9, 0.2, 0.6] }],
  ['around a proposal', { least: [0.1, 0.1, 0.05, 0.1, 0.1, 0.05], most: [0.4, 0.3, 0.25, 0.3, 0.3, 0.25] }],
];

describe.each(REGIONS)('bounds %s', (_, bounds) => {
  const drawn = draws(bounds);
  const { least, most } = bounds;

  it('are kept by every draw, and the weights sum to 1', () => {
    const kept = (weights: Float64Array) =>
      Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-12 &&
      weights.every((weight, place) => weight >= (least[place] ?? 0) - 1e-15 && weight <= (most[place] ?? 1) + 1e-15);
    expect(drawn.filter((weights) => !kept(weights))).toEqual([]);
  });

  it('are filled as evenly as by throwing away what lies outside', () => {
    const other = plainly(bounds, 4000);
    // Each weight, and each difference of two neighbours; 1.95·√(1/n + 1/m) is passed once in a thousand times.
    const critical = 1.95 * Math.sqrt(1 / DRAWS + 1 / other.length);
    least.forEach((_each, place) => {
      const next = (place + 1) % least.length;
      for (const seen of [
        (weights: Float64Array) => weights[place] ?? 0,
        (weights: Float64Array) => (weights[place] ?? 0) - 0.5 * (weights[next] ?? 0),
      ])
        expect(distance(drawn.map(seen), other.map(seen))).toBeLessThan(critical);
    });
  });
});

it('fills a polygon by area', () => {
  // A in [0.2, 0.5], B in [0.1, 0.6], C the rest: B ≤ 1 − A holds everywhere, so it is a rectangle of 0.3 × 0.5 in A and B
  // less the corner with A + B > 1, a triangle of 0.1 × 0.1 / 2.
  const drawn = draws({ least: [0.2, 0.1, 0], most: [0.5, 0.6, 1] });
  const area = 0.3 * 0.5 - 0.005;
  const within = (kept: (a: number, b: number) => boolean) =>
    drawn.filter(([a = 0, b = 0]) => kept(a, b)).length / drawn.length;
  const near = (share: number) => 4 * Math.sqrt((share * (1 - share)) / DRAWS);
  for (const [kept, part] of [
    [(a: number) => a < 0.3, 0.1 * 0.5],
    [(_a: number, b: number) => b < 0.25, 0.3 * 0.15],
    [(a: number, b: number) => a > 0.4 && b > 0.5, 0.1 * 0.1 - 0.005],
  ] as const)
    expect(Math.abs(within(kept) - part / area)).toBeLessThan(near(part / area));
});

it('draws the one weighting there is where the bounds leave no other', () => {
  expect(draws({ least: [0.2, 0.3, 0.5], most: [1, 1, 1] }, 1).map((each) => Array.from(each))).toEqual([
    [0.2, 0.3, 0.5],
  ]);
  const [only] = draws({ least: [0, 0, 0], most: [0.333, 0.333, 0.334] }, 1);
  expect(Array.from(only ?? [], (weight) => weight.toFixed(12))).toEqual([
    '0.333000000000',
    '0.333000000000',
    '0.334000000000',
  ]);
});

it('draws from bounds with hardly any room between them, and does not try for ever', () => {
  const centre = [0.3, 0.25, 0.2, 0.15, 0.1];
  for (const room of [1e-14, 1e-12, 1e-10, 1e-8, 1e-6]) {
    const bounds = { least: centre.map((weight) => weight - room), most: centre.map((weight) => weight + room) };
    const [drawn] = draws(bounds, 1);
    centre.forEach((weight, place) => {
      expect(Math.abs((drawn?.[place] ?? 0) - weight)).toBeLessThanOrEqual(room + 1e-8);
    });
  }
});

it('leaves a fixed weight where it is, and varies the others', () => {
  const drawn = draws({ least: [0.25, 0, 0], most: [0.25, 1, 1] }, 1000);
  expect(drawn.every(([fixed]) => fixed === 0.25)).toBe(true);
  expect(new Set(drawn.map(([, second]) => second)).size).toBe(1000);
});

it('takes no more than a few trials a draw with up to 12 components, whatever the bounds', () => {
  const random = seededRandom(9);
  for (let instance = 0; instance < 60; instance += 1) {
    const components = 2 + (instance % 11);
    const centre = new Float64Array(components);
    sampleSimplex(random, centre);
    const spread = 10 ** (-2 * random());
    const bounds = {
      least: Array.from(centre, (weight) => Math.max(0, weight - spread * random())),
      most: Array.from(centre, (weight) => Math.min(1, weight + spread * random())),
    };
    const found = drawInBounds(bounds);
    if (found.kind !== 'region') throw new Error('the centre keeps the bounds');
    let numbers = 0;
    const counted = () => {
      numbers += 1;
      return random();
    };
    const draw = sampleRegion(found.bounds);
    const weights = new Float64Array(components);
    for (let turn = 0; turn < 200; turn += 1) draw(counted, weights);
    // A draw without trials thrown away takes as many numbers as there are components, or one more.
    expect(numbers / 200).toBeLessThan(100);
  }
});
