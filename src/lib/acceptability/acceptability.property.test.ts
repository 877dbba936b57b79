import { describe, expect, it } from 'vitest';
import { handOut } from '../apportionment/index.ts';
import { normal, seededRandom } from '../statistics/random.ts';
import { type AcceptabilityQuestion, acceptability, samplingError } from './index.ts';
import { sampleSimplex } from './sample-simplex.ts';

const SAMPLES = 4000;

function madeUp(wards: number, components: number, seed: number): AcceptabilityQuestion {
  const random = seededRandom(seed);
  const shares = Array.from({ length: components }, () => {
    const figures = Array.from({ length: wards }, () => Math.exp(0.6 * normal(random)));
    const total = figures.reduce((sum, figure) => sum + figure, 0);
    return figures.map((figure) => figure / total);
  });
  return {
    shares,
    floors: Array.from({ length: wards }, () => 2),
    ceilings: Array.from({ length: wards }, () => 7),
    officers: Math.round(3.2 * wards),
    ...{ regions: null, samples: SAMPLES, seed: 11 },
  };
}

const question = madeUp(12, 4, 1);
const answer = acceptability(question);

it('shares and ranks of every ward sum to 1, none is 0, and officers come to those there are', () => {
  const whole = (shares: Record<string, number>) => Object.values(shares).reduce((sum, share) => sum + share, 0);
  for (const { shares, ranks } of answer) {
    expect(whole(shares)).toBeCloseTo(1, 12);
    expect(whole(ranks)).toBeCloseTo(1, 12);
    expect(Object.values({ ...shares, ...ranks }).every((share) => share > 0)).toBe(true);
  }
  const officers = answer.flatMap(({ shares }) => Object.entries(shares).map(([number, p]) => Number(number) * p));
  expect(officers.reduce((sum, each) => sum + each, 0)).toBeCloseTo(question.officers, 9);
});

it('equal seeds give equal answers, another seed another', () => {
  expect(acceptability(question)).toEqual(answer);
  expect(acceptability({ ...question, seed: 12 })).not.toEqual(answer);
});

it('the order of the wards changes nothing but the order of the answers', () => {
  const turned = <Value>(list: readonly Value[]) => list.toReversed();
  const shares = question.shares.map((each) => turned(each ?? []));
  expect(turned(acceptability({ ...question, shares }))).toEqual(answer);
});

it('the order of the components changes no share by more than sampling may', () => {
  const other = acceptability({ ...question, shares: question.shares.toReversed() });
  answer.forEach(({ shares }, ward) => {
    for (const [number, share] of Object.entries(shares))
      expect(Math.abs(share - (other[ward]?.shares[number] ?? 0))).toBeLessThan(3 * samplingError(SAMPLES));
  });
  const last = question.shares.length - 1;
  const same = answer.filter(({ driver }, ward) => driver === last - (other[ward]?.driver ?? -1));
  expect(same.length).toBeGreaterThanOrEqual(answer.length - 2);
});

it('one officer more makes no ward’s numbers smaller, weighting by weighting', () => {
  const more = acceptability({ ...question, officers: question.officers + 1 });
  const atLeast = (shares: Record<string, number>, x: number) =>
    Object.entries(shares).reduce((sum, [number, share]) => (Number(number) >= x ? sum + share : sum), 0);
  answer.forEach(({ shares }, ward) => {
    for (const x of [3, 4, 5, 6, 7])
      expect(atLeast(more[ward]?.shares ?? {}, x)).toBeGreaterThanOrEqual(atLeast(shares, x) - 1e-12);
  });
});

describe('bounds', () => {
  const within = (centre: number[], spread: number) => ({
    least: centre.map((weight) => weight - spread),
    most: centre.map((weight) => weight + spread),
  });
  const [one, two] = [within([0.4, 0.3, 0.2, 0.1], 0.05), within([0.1, 0.2, 0.3, 0.4], 0.05)];

  it('of several parties take turns, so that each is sampled equally often', () => {
    const [both, first, second] = [[one, two], [one], [two]].map((regions) => acceptability({ ...question, regions }));
    answer.forEach((_, ward) => {
      for (const number of ['2', '3', '4', '5', '6', '7']) {
        const share = (each: typeof both) => each?.[ward]?.shares[number] ?? 0;
        const mean = (share(first) + share(second)) / 2;
        expect(Math.abs(share(both) - mean)).toBeLessThan(3 * samplingError(SAMPLES));
      }
    });
  });

  it('around one weighting give its hand-out, and no driver where no weight moves', () => {
    const weights = [0.4, 0.3, 0.2, 0.1];
    const point = acceptability({ ...question, regions: [within(weights, 0)], samples: 10 });
    const demand = question.floors.map((_, ward) =>
      question.shares.reduce((sum, shares, place) => sum + (weights[place] ?? 0) * (shares?.[ward] ?? 0), 0),
    );
    const handedOut = handOut(demand, question.floors, question.ceilings, question.officers);
    if (handedOut.kind !== 'optimal') throw new Error('the officers fit');
    expect(point.map(({ shares }) => shares)).toEqual(handedOut.officers.map((number) => ({ [number]: 1 })));
    expect(point.every(({ driver, direction }) => driver === null && direction === null)).toBe(true);
  });

  it('that nothing keeps are a caller’s mistake here', () => {
    const none = { least: [0.5, 0.6, 0, 0], most: [1, 1, 1, 1] };
    expect(() => acceptability({ ...question, regions: [none] })).toThrow('least above whole');
  });
});

it('a component without figures takes no part, or is shared out over the others within bounds', () => {
  const shares = [...question.shares, null];
  expect(acceptability({ ...question, shares }).map(({ driver }) => driver)).not.toContain(4);
  const fixed = { least: [0.2, 0.15, 0.1, 0.05, 0.5], most: [0.2, 0.15, 0.1, 0.05, 0.5] };
  const rescaled = { least: [0.4, 0.3, 0.2, 0.1], most: [0.4, 0.3, 0.2, 0.1] };
  expect(acceptability({ ...question, shares, regions: [fixed], samples: 1 })).toEqual(
    acceptability({ ...question, regions: [rescaled], samples: 1 }),
  );
});

describe('the driver', () => {
  it('is none where the number never changes, though the demand does', () => {
    const [first] = acceptability({
      ...{
        shares: [
          [0.1, 0.9],
          [0.2, 0.8],
        ],
        floors: [2, 2],
        ceilings: [2, 2],
        officers: 4,
      },
      ...{ regions: null, samples: 500, seed: 1 },
    });
    expect(first).toMatchObject({ shares: { '2': 1 }, driver: null, direction: null, runnerUp: null });
  });

  it('is the largest correlation of number and weight, reckoned weighting by weighting, and so is the runner-up', () => {
    const asked = { ...madeUp(10, 4, 21), samples: 400 };
    const correlations = correlationsOf(asked);
    acceptability(asked).forEach(({ driver, direction, runnerUp }, ward) => {
      const own = correlations[ward] ?? [];
      const [first = 0, second = 0] = own.map(Math.abs).toSorted((a, b) => b - a);
      expect(Math.abs(own[driver ?? -1] ?? 0)).toBeCloseTo(first, 9);
      if (first > 0) expect(Math.sign(own[driver ?? -1] ?? 0)).toBe(direction === 'more' ? 1 : -1);
      expect(runnerUp !== null).toBe(first > 0 && second >= first - 0.05);
      if (runnerUp !== null) expect(Math.abs(own[runnerUp.component] ?? 0)).toBeCloseTo(second, 9);
    });
    expect(correlations.flat().some((each) => each !== 0)).toBe(true);
  });

  it('moves the number at least nearly as much as any weight, where each is raised far and the others give way alike', () => {
    // Each weighting again with a quarter of the whole for one component, the others scaled down. It is not so of small moves.
    for (const seed of [21, 22, 23]) {
      const asked = madeUp(10, 4, seed);
      const moves = movesOf(asked, 2000);
      acceptability(asked).forEach(({ driver, direction }, ward) => {
        const own = moves[ward] ?? [];
        const move = own[driver ?? -1] ?? 0;
        const most = Math.max(...own.map(Math.abs));
        // Components that move it nearly alike, or hardly, cannot be told apart by a sample.
        expect(Math.abs(move)).toBeGreaterThanOrEqual(0.8 * most - 0.005);
        if (most > 0.01) expect(Math.sign(move)).toBe(direction === 'more' ? 1 : -1);
      });
    }
  });
});

const solverOf = (asked: AcceptabilityQuestion) => (given: Float64Array) => {
  const demand = asked.floors.map((_, ward) =>
    asked.shares.reduce((sum, shares, place) => sum + (given[place] ?? 0) * (shares?.[ward] ?? 0), 0),
  );
  const answer = handOut(demand, asked.floors, asked.ceilings, asked.officers, 0);
  if (answer.kind !== 'optimal') throw new Error('the officers fit');
  return answer.officers;
};

/** Ward by ward the correlation of its number with each weight, by the textbook. */
function correlationsOf(asked: AcceptabilityQuestion): number[][] {
  const random = seededRandom(asked.seed);
  const solve = solverOf(asked);
  const drawn = Array.from({ length: asked.samples }, () => {
    const weights = new Float64Array(asked.shares.length);
    sampleSimplex(random, weights);
    return { weights, numbers: solve(weights) };
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const correlation = (a: number[], b: number[]) => {
    const [meanA, meanB] = [mean(a), mean(b)];
    const spread = (values: number[], middle: number) => Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
    const both = spread(a, meanA) * spread(b, meanB);
    return both === 0 ? 0 : mean(a.map((value, at) => (value - meanA) * ((b[at] ?? 0) - meanB))) / both;
  };
  return asked.floors.map((_, ward) =>
    asked.shares.map((_shares, component) =>
      correlation(
        drawn.map(({ weights }) => weights[component] ?? 0),
        drawn.map(({ numbers }) => numbers[ward] ?? 0),
      ),
    ),
  );
}

/** Ward by ward how many more officers it has, on average, when each component's weight is raised. */
function movesOf(asked: AcceptabilityQuestion, samples: number): number[][] {
  const random = seededRandom(77);
  const weights = new Float64Array(asked.shares.length);
  const solve = solverOf(asked);
  const moves = asked.floors.map(() => asked.shares.map(() => 0));
  for (let sample = 0; sample < samples; sample += 1) {
    sampleSimplex(random, weights);
    const before = solve(weights);
    asked.shares.forEach((_, raised) => {
      const after = solve(weights.map((weight, place) => 0.75 * weight + (place === raised ? 0.25 : 0)));
      moves.forEach((own, ward) => {
        own[raised] = (own[raised] ?? 0) + ((after[ward] ?? 0) - (before[ward] ?? 0)) / samples;
      });
    });
  }
  return moves;
}
