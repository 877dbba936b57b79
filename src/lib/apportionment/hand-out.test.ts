import { describe, expect, test } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import { handOut } from './hand-out.ts';

const optimal = (...args: Parameters<typeof handOut>) => {
  const answer = handOut(...args);
  if (answer.kind !== 'optimal') throw new Error('the example has an answer');
  return answer;
};

describe('a hand-out small enough to do by hand', () => {
  // Priorities in tenths: A 6/√2 = 4.24, 6/√6 = 2.45, 6/√12 = 1.73; B 4/√2 = 2.83, 4/√6 = 1.63.
  const answer = optimal([0.6, 0.4], [1, 1], [7, 7], 5);

  test('goes by priority', () => {
    expect(answer.officers).toEqual([3, 2]);
    expect(answer.awards.map((turn) => turn.ward)).toEqual([0, 1, 0]);
    expect(answer.awards.map((turn) => turn.officers)).toEqual([2, 2, 3]);
    expect(answer.awards.map((turn) => turn.rank)).toEqual([1, 2, 3]);
    expect(answer.awards[0]?.priority).toBeCloseTo(0.6 / Math.SQRT2, 15);
  });

  test('each turn knows who would have had it otherwise', () => {
    expect(answer.awards.map((turn) => turn.runnerUp?.ward)).toEqual([1, 0, 1]);
    expect(answer.awards[0]?.runnerUp?.priority).toBeCloseTo(0.4 / Math.SQRT2, 15);
  });

  test('says who is next, counting on', () => {
    expect(answer.nextInLine.slice(0, 2)).toMatchObject([
      { rank: 4, ward: 0, officers: 4 },
      { rank: 5, ward: 1, officers: 3 },
    ]);
    expect(answer.nextInLine).toHaveLength(6);
  });

  test('gives Σ d²/x', () => {
    expect(answer.objective).toBeCloseTo(0.36 / 3 + 0.16 / 2, 15);
  });

  test('gives the demand at which each number changes', () => {
    // A's last step is worth 0.6/√6, B's 0.4/√2; A waits with 0.6/√12, B with 0.4/√6.
    expect(answer.margins[0]?.gain).toBeCloseTo((0.4 / Math.sqrt(2)) * Math.sqrt(12), 12);
    expect(answer.margins[0]?.lose).toBeCloseTo((0.4 / Math.sqrt(6)) * Math.sqrt(6), 12);
    expect(answer.margins[1]?.gain).toBeCloseTo((0.6 / Math.sqrt(6)) * Math.sqrt(6), 12);
    expect(answer.margins[1]?.lose).toBeCloseTo((0.6 / Math.sqrt(12)) * Math.sqrt(2), 12);
  });
});

test('equal demand goes in the order of the list', () => {
  const answer = optimal([0.25, 0.25, 0.25, 0.25], [1, 1, 1, 1], [9, 9, 9, 9], 6);
  expect(answer.officers).toEqual([2, 2, 1, 1]);
});

test('a tie between different numbers of officers goes in the order of the list', () => {
  // 6 at 8 officers and 1 at 1 officer have the same priority, √½.
  expect(optimal([1, 6], [1, 8], [99, 99], 10, 0).officers).toEqual([2, 8]);
  expect(optimal([6, 1], [8, 1], [99, 99], 10, 0).officers).toEqual([9, 1]);
});

test('a turn says whether the order of the list decided it', () => {
  expect(optimal([1, 6], [1, 8], [99, 99], 10, 0).awards.map((turn) => turn.runnerUp?.tied)).toEqual([true]);
  expect(optimal([1, 6.001], [1, 8], [99, 99], 10, 0).awards.map((turn) => turn.runnerUp?.tied)).toEqual([false]);
});

test('a ward at its ceiling is passed over', () => {
  const answer = optimal([0.9, 0.1], [1, 1], [2, 9], 6);
  expect(answer.officers).toEqual([2, 4]);
  expect(answer.awards[1]?.runnerUp).toBeNull();
  expect(answer.margins[0]?.gain).toBeNull();
});

test('margins are null where nothing can change', () => {
  const atFloors = optimal([0.5, 0.5], [2, 2], [7, 7], 4);
  expect(atFloors.margins).toEqual([
    { gain: null, lose: null },
    { gain: null, lose: null },
  ]);
  const onlyOneAboveFloor = optimal([0.9, 0.1], [1, 1], [7, 7], 3);
  expect(onlyOneAboveFloor.margins[0]?.gain).toBeNull();
  expect(onlyOneAboveFloor.margins[1]?.lose).toBeNull();
  const nobodyElseCanTakeIt = optimal([0.9, 0.1], [1, 1], [7, 1], 3);
  expect(nobodyElseCanTakeIt.margins[0]?.lose).toBeNull();
});

test('a ward without demand keeps its floor until every other ward is full', () => {
  expect(optimal([0.5, 0, 0.5], [1, 1, 1], [3, 3, 3], 7).officers).toEqual([3, 1, 3]);
  expect(optimal([0.5, 0, 0.5], [1, 1, 1], [3, 3, 3], 8).officers).toEqual([3, 2, 3]);
});

describe('a floor of none', () => {
  test('gives every ward with demand a first officer before any has two, the largest demand first', () => {
    const answer = optimal([0.05, 0.8, 0, 0.15], [0, 0, 0, 0], [9, 9, 9, 9], 4);
    expect(answer.awards.map((turn) => turn.ward)).toEqual([1, 3, 0, 1]);
    expect(answer.officers).toEqual([1, 2, 0, 1]);
    expect(answer.awards[0]?.priority).toBe(Number.POSITIVE_INFINITY);
    expect(answer.objective).toBeCloseTo(0.05 ** 2 + 0.8 ** 2 / 2 + 0.15 ** 2, 15);
  });

  test('with too few for all, the margin of a first officer is the demand of the smallest that has one', () => {
    const answer = optimal([0.2, 0.5, 0.3], [0, 0, 0], [9, 9, 9], 2);
    expect(answer.officers).toEqual([0, 1, 1]);
    expect(answer.margins).toEqual([
      { gain: 0.3, lose: null },
      { gain: null, lose: 0.2 },
      { gain: null, lose: 0.2 },
    ]);
    expect(answer.objective).toBe(Number.POSITIVE_INFINITY);
  });

  test('nobody to place is an answer', () => {
    expect(optimal([1, 2], [0, 0], [9, 9], 0).officers).toEqual([0, 0]);
  });
});

test('too few for the floors and too many for the ceilings are answers that name the rule', () => {
  expect(handOut([1, 1], [2, 2], [3, 3], 3)).toEqual({ kind: 'infeasible', because: [{ rule: 'floors', least: 4 }] });
  expect(handOut([1, 1], [2, 2], [3, 3], 7)).toEqual({ kind: 'infeasible', because: [{ rule: 'ceilings', most: 6 }] });
  expect(handOut([1, 1], [2, 2], [3, 3], 4).kind).toBe('optimal');
  expect(handOut([1, 1], [2, 2], [3, 3], 6).kind).toBe('optimal');
});

test.each<[string, Parameters<typeof handOut>]>([
  ['no wards', [[], [], [], 0]],
  ['lists of different lengths', [[1, 2], [1], [2, 2], 3]],
  ['negative demand', [[1, -1], [1, 1], [2, 2], 3]],
  ['demand that is not a number', [[1, Number.NaN], [1, 1], [2, 2], 3]],
  ['endless demand', [[1, Number.POSITIVE_INFINITY], [1, 1], [2, 2], 3]],
  ['no demand at all', [[0, 0], [1, 1], [2, 2], 3]],
  ['half a floor', [[1, 1], [1.5, 1], [2, 2], 3]],
  ['a negative floor', [[1, 1], [-1, 1], [2, 2], 3]],
  ['a ceiling below the floor', [[1, 1], [3, 1], [2, 2], 4]],
  ['half a ceiling', [[1, 1], [1, 1], [2.5, 2], 3]],
  ['half an officer', [[1, 1], [1, 1], [2, 2], 3.5]],
  ['fewer than no officers', [[1, 1], [0, 0], [2, 2], -1]],
])("%s is the caller's mistake", (_, args) => {
  expect(() => handOut(...args)).toThrow(InvalidArgument);
});
