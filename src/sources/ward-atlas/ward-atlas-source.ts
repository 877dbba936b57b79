import { profileSource } from '../context/profile-source.ts';
import { wardOrBorough } from '../context/ward-or-borough.ts';

const NAMES = ['Codes', 'New Code', 'Borough', 'Names'];
const FIRST_TOPIC = 'Population and Age;';
/** A misprint of the publication: the column stands between 2011/12 and 2013/14. */
const MISPRINT = { written: 'Other Notifiable Offences; 2011/13', meant: 'Other Notifiable Offences; 2012/13' };

/** The ward atlas of the Greater London Authority, 2015 edition. */
export const WARD_ATLAS = profileSource({
  kind: 'ward-atlas',
  title: 'London ward atlas',
  reads: 'the London ward atlas',
  names: NAMES,
  isKnownBy: (columns) => columns.some((column) => column.startsWith(FIRST_TOPIC)),
  published: '2015-12',
  readable: (column) => column.replace(MISPRINT.written, MISPRINT.meant),
  isMidYear: (column) => column.startsWith(FIRST_TOPIC) || column.includes('Population density'),
  placeOf: (row) =>
    NAMES.every((name) => row.value(name) === name) ? 'a second header row' : wardOrBorough(row.value('New Code')),
  marks: ['', 'n/a'],
});
