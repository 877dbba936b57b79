import { expect, it } from 'vitest';
import { forceOf } from './force-of.ts';

it.each([
  ['Metropolitan Police Service', 'metropolitan'],
  ['British Transport Police', 'btp'],
  ['City of London Police', 'city-of-london'],
  ['Avon and Somerset Constabulary', 'avon-and-somerset'],
  ['Devon & Cornwall Police', 'devon-and-cornwall'],
  ['Police Service of Northern Ireland', 'northern-ireland'],
  ['Constructor Police', 'constructor'],
  ['constructor', 'constructor'],
])('calls %s %s, as the file names do', (reportedBy, force) => {
  expect(forceOf(reportedBy)).toBe(force);
});
