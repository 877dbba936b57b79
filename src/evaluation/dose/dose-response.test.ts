import { expect, it } from 'vitest';
import type { AreaFigures } from '../panel/model.ts';
import { DOSE, type DoseAsked, doseResponse } from './dose-response.ts';

const UNITS = ['A', 'B', 'C', 'D', 'E', 'F'];
const TIMES = ['2019-01', '2019-02', '2019-03', '2019-04'] as const;

/** Six areas, each with more of its ward officers' time than the one before it, and as many crimes fewer as given. */
function asked(after: readonly number[], figures: (area: string, at: number) => AreaFigures[]): DoseAsked {
  return {
    ...{ group: 'A', measure: 'burglary', title: 'Burglary', units: UNITS, treated: 1, times: TIMES, start: 2 },
    counts: UNITS.map((_, at) => [100, 100, after[at] ?? 100, after[at] ?? 100]),
    areas: UNITS.map((code) => ({ code, name: `Area ${code}` })),
    figures: UNITS.flatMap(figures),
    seed: 1,
  };
}

const minutes = (area: string, at: number): AreaFigures[] => [
  { measure: DOSE.part, area, firstMonth: '2019-03', values: [500 + 50 * at, 500 + 50 * at] },
  { measure: DOSE.whole, area, firstMonth: '2019-03', values: [1000, 1000] },
];

it('sets the share of minutes in the wards beside the change of each area', () => {
  const found = doseResponse(asked([120, 110, 100, 90, 80, 70], minutes));
  expect(found?.rows[0]).toEqual({ area: 'A', name: 'Area A', treated: true, dosePercent: 50, changePercent: 20 });
  expect(found?.rows.map(({ dosePercent }) => Math.round(dosePercent))).toEqual([50, 55, 60, 65, 70, 75]);
  expect(found?.correlation).toBeCloseTo(-1, 12);
  expect(found?.because).toMatch(
    /^Where ward officers were in their wards more of the time, burglaries tended to fall more or rise less than elsewhere \(6 areas, .+does not show what caused it\.$/,
  );
});

it('never says that the dose made no difference', () => {
  const because = doseResponse(asked([90, 110, 95, 100, 92, 108], minutes))?.because ?? '';
  expect(because).toContain('cannot be told from 6 areas');
  expect(because).not.toMatch(/no (effect|difference|relation)/i);
});

it('leaves out areas with too few months on record, and has no answer from too few areas', () => {
  const late = (area: string, at: number) =>
    minutes(area, at).map((each) => ({ ...each, firstMonth: '2019-05' as const }));
  expect(doseResponse(asked([], late))).toBeNull();
  const some = (area: string, at: number) => (at < 2 ? late(area, at) : minutes(area, at));
  expect(doseResponse(asked([1, 1, 9, 8, 7, 6], some))?.rows.map(({ area }) => area)).toEqual(['C', 'D', 'E', 'F']);
});
