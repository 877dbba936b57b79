import type { BoundarySet } from '../model.ts';

/** Day the new wards of London's boroughs came into force: that of the elections of 2022. */
const WARDS_CHANGED = '2022-05-05';

/** Day of the census of 2021, for which some LSOAs were split or merged. */
const LSOAS_CHANGED = '2021-03-21';

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
  {
    version: 'lsoas-2011',
    kind: 'lsoa',
    title: 'LSOAs of the census of 2011',
    from: '2011-03-27',
    until: LSOAS_CHANGED,
    source: 'Office for National Statistics, Lower Layer Super Output Areas (December 2011) Boundaries EW',
  },
  {
    version: 'lsoas-2021',
    kind: 'lsoa',
    title: 'LSOAs of the census of 2021',
    from: LSOAS_CHANGED,
    until: null,
    source: 'Office for National Statistics, Lower Layer Super Output Areas (December 2021) Boundaries EW',
  },
  {
    version: 'police-forces',
    kind: 'force',
    title: 'police force areas',
    from: '1965-04-01',
    until: null,
    source: 'Office for National Statistics, Police Force Areas (December 2022) Names and Codes in England and Wales',
  },
];
