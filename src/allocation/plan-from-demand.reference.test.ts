import { expect, test } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import type { PlannedWard } from './model.ts';
import { planFromDemand } from './plan-from-demand.ts';

/**
 * Proposal A of the design's mock-up of the allocation page: worked out from real figures by its designers, with their
 * own code, for 118 officers. Demand is printed to 0.01%, so a close call may come out the other way here; none does,
 * and the two wards printed with the same demand as another (Regent's Park, Bunhill) swap turns.
 */
type Row = [
  ward: string,
  demand: number,
  officers: number,
  turn: number | null,
  gain: number | null,
  lose: number | null,
];
const PROPOSAL_A: Row[] = [
  ['Bloomsbury', 6.19, 7, 37, null, -8.2],
  ['Holborn & Covent Garden', 5.39, 6, 33, 5.8, -10.9],
  ['King’s Cross', 3.84, 4, 22, 2.5, -21],
  ['Camden Town', 3.79, 4, 23, 4, -19.8],
  ['Regent’s Park', 3.48, 4, 31, 13.3, -12.6],
  ['Kilburn', 3.04, 3, 15, 0.4, -29.3],
  ['St Pancras & Somers Town', 3.0, 3, 16, 1.7, -28.4],
  ['Gospel Oak', 2.39, 3, 34, 27.7, -10.1],
  ['Haverstock', 2.38, 3, 35, 28.2, -9.8],
  ['South Hampstead', 2.16, 3, 43, 41, -0.7],
  ['West Hampstead', 2.15, 2, null, 0.4, null],
  ['Kentish Town South', 2.08, 2, null, 3.5, null],
  ['Highgate', 2.08, 2, null, 3.7, null],
  ['Primrose Hill', 1.97, 2, null, 9.5, null],
  ['Belsize', 1.67, 2, null, 29.3, null],
  ['Fortune Green', 1.6, 2, null, 35, null],
  ['Camden Square', 1.39, 2, null, 55.7, null],
  ['Hampstead Town', 1.18, 2, null, 83.4, null],
  ['Kentish Town North', 1.12, 2, null, 92.1, null],
  ['Frognal', 0.73, 2, null, 194.4, null],
  ['Finsbury Park', 4.82, 6, 44, 18.7, -0.4],
  ['Laycock', 3.52, 4, 29, 12, -13.6],
  ['Bunhill', 3.48, 4, 30, 13.2, -12.7],
  ['Junction', 3.34, 4, 36, 18, -8.9],
  ['Clerkenwell', 3.11, 4, 42, 26.8, -2.2],
  ['Caledonian', 2.9, 3, 18, 5.2, -26],
  ['St Mary’s & St James’', 2.81, 3, 19, 8.4, -23.7],
  ['Tollington', 2.73, 3, 21, 11.7, -21.3],
  ['St Peter’s & Canalside', 2.61, 3, 25, 16.8, -17.8],
  ['Hillrise', 2.59, 3, 26, 17.6, -17.2],
  ['Barnsbury', 2.59, 3, 27, 17.9, -17],
  ['Mildmay', 2.57, 3, 28, 18.7, -16.4],
  ['Arsenal', 2.43, 3, 32, 25.5, -11.6],
  ['Canonbury', 2.24, 3, 38, 36.2, -4.1],
  ['Holloway', 2.23, 3, 39, 36.6, -3.8],
  ['Highbury', 2.21, 3, 40, 38.3, -2.6],
  ['Tufnell Park', 2.2, 3, 41, 38.4, -2.5],
];

const plan = planFromDemand(demandOf(PROPOSAL_A.map(([, demand]) => demand / 100)), { dwo: 118, pcso: 37 });
function wards(): PlannedWard[] {
  if (plan.kind !== 'optimal') throw new Error('118 officers suffice for 37 wards.');
  return plan.wards;
}
const SWAPPED = ['Regent’s Park', 'Bunhill'];
/** Percentage points that demand printed to 0.01% can move a margin: at most 1 for the smallest ward. */
const ROUNDING = 1;

test('every ward has the officers of the mock-up', () => {
  expect(wards().map(({ dwo }, place) => [PROPOSAL_A[place]?.[0], dwo])).toEqual(
    PROPOSAL_A.map(([ward, , officers]) => [ward, officers]),
  );
});

test('the last officer of every ward had the turn of the mock-up', () => {
  const told = PROPOSAL_A.map(([ward, , , turn]) => [ward, turn]);
  const ours = wards().map(({ awards }, place) => [PROPOSAL_A[place]?.[0], awards.at(-1)?.rank ?? null]);
  const others = (rows: unknown[][]) => rows.filter(([ward]) => !SWAPPED.includes(String(ward)));
  expect(others(ours)).toEqual(others(told));
  const turnsOf = (rows: unknown[][]) =>
    rows.filter(([ward]) => SWAPPED.includes(String(ward))).map(([, turn]) => turn);
  expect(turnsOf(ours).toSorted()).toEqual(turnsOf(told).toSorted());
});

test('West Hampstead is next, then Kilburn', () => {
  if (plan.kind !== 'optimal') throw new Error('118 officers suffice for 37 wards.');
  const names = new Map(plan.wards.map(({ code }, place) => [code, PROPOSAL_A[place]?.[0]]));
  expect(plan.nextInLine.map(({ code }) => names.get(code))).toEqual([
    'West Hampstead',
    'Kilburn',
    'St Pancras & Somers Town',
    'King’s Cross',
    'Kentish Town South',
    'Highgate',
  ]);
});

test('margins are those of the mock-up, as near as its rounding allows', () => {
  const change = (threshold: number | null, share: number) =>
    threshold === null ? null : (threshold / share - 1) * 100;
  for (const [place, { demandShare, margin }] of wards().entries()) {
    const [, , , , gain, lose] = PROPOSAL_A[place] ?? [];
    for (const [ours, told] of [
      [change(margin.gain, demandShare), gain],
      [change(margin.lose, demandShare), lose],
    ]) {
      if (typeof ours === 'number' && typeof told === 'number') expect(Math.abs(ours - told)).toBeLessThan(ROUNDING);
      else expect(ours).toBe(told);
    }
  }
});
