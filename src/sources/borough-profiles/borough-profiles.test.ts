import { expect, it } from 'vitest';
import { BOROUGH_PROFILES } from './borough-profiles-source.ts';

const HEADER =
  'Code,Area_name,Inner/_Outer_London,GLA_Population_Estimate_2017,Net_internal_migration_(2015),Modelled_Household_median_income_estimates_2012/13,Youth_Unemployment_(claimant)_rate_18-24_(Dec-15),Political_control_in_council';

function read(lines: string[]) {
  const file = BOROUGH_PROFILES.read(`${[HEADER, ...lines].join('\n')}\n`, { now: '2026-04', held: [], about: null });
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

it('reads boroughs only, with commas, pounds and marks for what is not given', () => {
  const file = read([
    'E09000007,Camden,Inner London,242500,"-7,596","£43,750",3.1,Lab',
    'E09000001,City of London,Inner London,8800,.,-,n/a,.',
    'E13000001,Inner London,,3535700,1,2,3,.',
    'K02000001,United Kingdom,,65999100,.,"£30,600",.,.',
  ]);
  expect(
    file.series.map(({ category, areaCode, firstMonth, values }) => [category, areaCode, firstMonth, values[0]]),
  ).toEqual([
    ['borough-profiles/gla-population-estimate', 'E09000007', '2017-06', 242_500],
    ['borough-profiles/net-internal-migration', 'E09000007', '2015-12', -7596],
    ['borough-profiles/modelled-household-median-income-estimates', 'E09000007', '2013-03', 43_750],
    ['borough-profiles/youth-unemployment-claimant-rate-18-24', 'E09000007', '2015-12', 3.1],
    ['borough-profiles/gla-population-estimate', 'E09000001', '2017-06', 8800],
  ]);
  expect(file.refused).toEqual([
    { reason: 'a total for London, part of it, or a country: no ward or borough', count: 2 },
  ]);
  expect(file.notices).toContainEqual({ reason: 'a column that holds words, not figures: not kept', count: 1 });
  expect(file.notices).toContainEqual({ reason: 'a figure that the publication does not give: no value', count: 4 });
});
