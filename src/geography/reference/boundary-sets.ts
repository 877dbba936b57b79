import type { BoundarySet } from '../model.ts';

/** Day the new wards of London's boroughs came into force: that of the elections of 2022. */
const WARDS_CHANGED = '2022-05-05';

/** The boundary sets Wardroom knows, each ward set with the days it was in force. */
export const BOUNDARY_SETS: readonly BoundarySet[] = [
  {
    version: 'wards-2014',
    kind: 'ward',
    title: 'wards until May 2022',
    from: '2014-05-22',
    until: WARDS_CHANGED,
    source: 'Greater London Authority, Statistical GIS Boundary Files for London (wards of 2014 to 2018)',
  },
  {
    version: 'wards-2022',
    kind: 'ward',
    title: 'wards from May 2022',
    from: WARDS_CHANGED,
    until: null,
    source: 'Office for National Statistics, Wards (May 2022) Boundaries UK',
  },
  {
    version: 'boroughs-2022',
    kind: 'borough',
    title: 'London boroughs',
    from: '1965-04-01',
    until: null,
    source: 'Office for National Statistics, Local Authority Districts (May 2022) Boundaries UK',
  },
];
