import { profileSource } from '../context/profile-source.ts';
import { wardOrBorough } from '../context/ward-or-borough.ts';

/** The ward profiles of the Greater London Authority, 2015 edition. */
export const WARD_PROFILES = profileSource({
  kind: 'ward-profiles',
  title: 'London ward profiles',
  reads: 'the London ward profiles',
  names: ['Ward name', 'Old code', 'New code'],
  published: '2015-12',
  isMidYear: (column) => /^(Population|Children aged|Working-age|Older people|% All|Mean Age|Median Age)/.test(column),
  placeOf: (row) => wardOrBorough(row.value('New code')),
  marks: ['', 'n/a'],
});
