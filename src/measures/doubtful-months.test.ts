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

it('draws the line at four fifths of the lower side where months vary little', () => {
  expect(doubtfulMonths(totals('2024-01', [...steady(1_000, 6), 800, ...steady(1_000, 6)]))).toEqual([]);
  expect(doubtfulMonths(totals('2024-01', [...steady(1_000, 6), 799, ...steady(1_000, 6)]))).toEqual(['2024-07']);
});

it('draws it lower at an end, where a change of level looks the same as a gap', () => {
  expect(doubtfulMonths(totals('2024-01', [...steady(1_000, 12), 600]))).toEqual([]);
  expect(doubtfulMonths(totals('2024-01', [...steady(1_000, 12), 599]))).toEqual(['2025-01']);
});

it('has no doubt about a change of level that lasts', () => {
  expect(doubtfulMonths(totals('2023-01', [...steady(1_000, 12), ...steady(550, 12)]))).toEqual([]);
});

it('asks for more where months vary much', () => {
  const varying = [
    900, 1_200, 800, 1_150, 850, 1_250, 900, 1_100, 780, 1_180, 820, 1_210, 600, 1_190, 830, 1_170, 860, 1_130,
  ];
  expect(doubtfulMonths(totals('2023-01', varying))).toEqual([]);
});

it('has no doubt about the fall of a lockdown', () => {
  const around2020 = [73_608, 75_057, 71_957, 53_226, 48_044, 56_480, 61_311, 69_411];
  expect(doubtfulMonths(totals('2019-12', around2020))).toEqual([]);
});

it('leaves small files alone: their months vary, but not to none', () => {
  expect(doubtfulMonths(totals('2024-01', [...steady(99, 6), 5, ...steady(99, 6)]))).toEqual([]);
  expect(doubtfulMonths(totals('2024-01', [...steady(19, 6), 0, ...steady(19, 6)]))).toEqual([]);
  expect(doubtfulMonths(totals('2024-01', [...steady(20, 6), 0, ...steady(20, 6)]))).toEqual(['2024-07']);
});

it('does not judge what is not monthly', () => {
  const yearly = Array.from({ length: 60 }, (_, at) => (at % 12 === 0 ? (at === 24 ? 0 : 9_000) : null));
  expect(doubtfulMonths(totals('2015-06', yearly))).toEqual([]);
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
