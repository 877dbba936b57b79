import { expect, it } from 'vitest';
import { reachesBorough } from './reaches-borough.ts';

const camden = { incidents: 96_249, wards: 20, wardsHit: 20 };
const islington = { incidents: 81_713, wards: 17, wardsHit: 17 };
const westminster = { incidents: 1_992, wards: 18, wardsHit: 5 };

it('leaves out a neighbour of which only the edge is in the file', () => {
  const all = [camden, islington, westminster];
  expect(all.map((borough) => reachesBorough(borough, all))).toEqual([true, true, false]);
});

it('leaves out a borough with nothing in a large file', () => {
  const barnet = { incidents: 0, wards: 24, wardsHit: 0 };
  expect(reachesBorough(barnet, [camden, barnet])).toBe(false);
});

it('keeps a quiet borough whose wards all have something, and a busy one with quiet wards', () => {
  const quiet = { incidents: 40, wards: 20, wardsHit: 20 };
  const uneven = { incidents: 8_000, wards: 20, wardsHit: 3 };
  expect(reachesBorough(quiet, [camden, quiet])).toBe(true);
  expect(reachesBorough(uneven, [camden, uneven])).toBe(true);
});

it('takes a borough for none of a small file’s when it has nothing there, or next to nothing', () => {
  const camden = { incidents: 900, wards: 20, wardsHit: 20 };
  const nothing = { incidents: 0, wards: 17, wardsHit: 0 };
  const spill = { incidents: 3, wards: 17, wardsHit: 2 };
  expect([camden, nothing, spill].map((each) => reachesBorough(each, [camden, nothing, spill]))).toEqual([
    true,
    false,
    false,
  ]);
  expect(reachesBorough(nothing, [nothing])).toBe(false);
});
