import { expect, it } from 'vitest';
import { holesIn } from './holes-in.ts';

const around = (middle: (number | null)[], beside = 40): (number | null)[] => [
  ...Array.from({ length: 8 }, () => beside),
  ...middle,
  ...Array.from({ length: 8 }, () => beside),
];
const months = (values: (number | null)[], least = 12, atEnds = true): number[] =>
  holesIn({ start: 100, values }, least, atEnds).map(({ month }) => month);

it('finds a month of none between months that have plenty, and says what is usual', () => {
  expect(holesIn({ start: 100, values: around([0]) }, 12, true)).toEqual([{ month: 108, value: 0, usual: 40 }]);
});

it('finds up to six in a row, and takes more for an end', () => {
  expect(months(around([0, 0, 0, 0, 0, 0]))).toHaveLength(6);
  expect(months(around([0, 0, 0, 0, 0, 0, 0]))).toEqual([]);
});

it('finds every second month of none', () => {
  expect(months(around([0, 40, 0, 40, 0]))).toEqual([108, 110, 112]);
});

it('leaves alone what is small enough to be none by chance', () => {
  expect(months(around([0], 11))).toEqual([]);
  expect(months(around([0], 12))).toEqual([108]);
});

it('takes a stub for a hole only where months are large', () => {
  expect(months(around([9], 100))).toEqual([108]);
  expect(months(around([10], 100))).toEqual([]);
  expect(months(around([3], 99))).toEqual([]);
});

it('knows an end from a beginning: an area has none in the last month, a category may be given up', () => {
  const ended = [...around([]), 0];
  expect(months(ended)).toEqual([116]);
  expect(months(ended, 12, false)).toEqual([]);
});

it('makes nothing of a change of level, of gaps, and of runs without a value', () => {
  expect(months([...Array(8).fill(40), ...Array(8).fill(0)])).toEqual([]);
  expect(months(around([null]))).toEqual([]);
  expect(months([])).toEqual([]);
  expect(months([null, null])).toEqual([]);
});
