import { expect, it } from 'vitest';
import { addMonths, type Month } from '../lib/calendar/month.ts';
import { doubtfulMonths } from './doubtful-months.ts';

function totals(first: Month, values: (number | null)[]): Map<Month, number> {
  return new Map(
    values.flatMap((value, at): [Month, number][] => (value === null ? [] : [[addMonths(first, at), value]])),
  );
}
const steady = (value: number, months: number): number[] => Array.from({ length: months }, () => value);

it('doubts the stub at the start of a file', () => {
  expect(doubtfulMonths(totals('2024-02', [40, ...steady(73_223, 24)]))).toEqual(['2024-02']);
});

it('doubts a month of none at all, also when it is the last', () => {
  expect(doubtfulMonths(totals('2024-01', [...steady(900, 12), 0]))).toEqual(['2025-01']);
});

it('draws the line at half of the median: half is enough, less is not', () => {
  expect(doubtfulMonths(totals('2024-01', [...steady(1_000, 6), 500, ...steady(1_000, 6)]))).toEqual([]);
  expect(doubtfulMonths(totals('2024-01', [...steady(1_000, 6), 499, ...steady(1_000, 6)]))).toEqual(['2024-07']);
});

it('has no doubt about the fall of a lockdown', () => {
  const around2020 = [73_608, 75_057, 71_957, 53_226, 48_044, 56_480, 61_311, 69_411];
  expect(doubtfulMonths(totals('2019-12', around2020))).toEqual([]);
});

it('leaves small files alone: their months vary', () => {
  expect(doubtfulMonths(totals('2024-01', [...steady(99, 12), 0]))).toEqual([]);
  expect(doubtfulMonths(totals('2024-01', [...steady(100, 12), 0]))).toEqual(['2025-01']);
});

it('compares with the nearest months, so that a slow change over years is none', () => {
  const falling = Array.from({ length: 120 }, (_, at) => 10_000 * 0.97 ** at);
  expect(doubtfulMonths(totals('2010-04', falling))).toEqual([]);
});

it('reaches over gaps, and needs at least one other month', () => {
  expect(doubtfulMonths(totals('2024-01', [300, null, null, 7, 320, 310]))).toEqual(['2024-04']);
  expect(doubtfulMonths(totals('2024-01', [7]))).toEqual([]);
  expect(doubtfulMonths(new Map())).toEqual([]);
});
