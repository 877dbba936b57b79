import { expect, it } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import { contestedAreas, contestedMonths, coversWhole, type Holding } from './contested-areas.ts';

function holding(importId: string, areaCodes: string[], months: Month[], other: Partial<Holding> = {}): Holding {
  const totals = new Map(months.map((month) => [month, 1]));
  return { importId, areaCodes, totals, publisher: 'mps', boundaryVersion: 'wards-2022', categories: 33, ...other };
}
const said = (holdings: Holding[]) =>
  contestedAreas(holdings).map(({ areaCodes, holders }) => [areaCodes, holders.map(({ importId }) => importId)]);

it('has no contest between two halves of a publication', () => {
  expect(said([holding('1', ['A', 'B'], ['2024-02']), holding('2', ['C'], ['2024-02'])])).toEqual([]);
});

it('puts areas with the same holders into one contest, and no others', () => {
  expect(
    said([
      holding('1', ['A', 'B', 'C', 'D'], []),
      holding('2', ['B', 'C', 'E'], []),
      holding('3', ['C', 'B', 'D'], []),
    ]),
  ).toEqual([
    [
      ['B', 'C'],
      ['1', '2', '3'],
    ],
    [['D'], ['1', '3']],
  ]);
});

it('never lets publishers or boundary versions compete', () => {
  expect(
    said([
      holding('1', ['A'], []),
      holding('2', ['A'], [], { publisher: 'btp' }),
      holding('3', ['A'], [], { boundaryVersion: 'wards-2014' }),
    ]),
  ).toEqual([]);
});

it('knows the months that several holders have, and whether the contest is all they hold', () => {
  const [whole] = contestedAreas([holding('1', ['A'], ['2024-02', '2024-01']), holding('2', ['A'], ['2024-02'])]);
  const [part] = contestedAreas([holding('1', ['A'], []), holding('2', ['A', 'B'], [])]);
  expect(whole && contestedMonths(whole)).toEqual(['2024-02']);
  expect([whole, part].map((contest) => contest && coversWhole(contest))).toEqual([true, false]);
});
