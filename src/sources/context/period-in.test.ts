import { expect, it } from 'vitest';
import { slug } from '../../measures/index.ts';
import { periodIn } from './period-in.ts';

it.each([
  ['Births; 2013', '2013-12', 'births'],
  ['Crime; Robbery; 2014/15', '2015-03', 'crime-robbery'],
  ['NINo Registrations; 2007/2008', '2008-03', 'nino-registrations'],
  ['Male life expectancy; 1999-2003', '2003-12', 'male-life-expectancy'],
  ['Male life expectancy -2009-13', '2013-12', 'male-life-expectancy'],
  ['Mortality rate 2012/14', '2014-12', 'mortality-rate'],
  ['Reception; 2011/12 to 2013/14: % obese', '2014-03', 'reception-obese'],
  ['Average score, 2011/12 and 2012/13', '2013-03', 'average-score'],
  ['Tenure - 2001 Census; Other', '2001-04', 'tenure-other'],
  ['Density; 2011 (Census)', '2011-03', 'density'],
  ['Rate 18-24 (Dec-15)', '2015-12', 'rate-18-24'],
  ['Benefits (%) (May-2016)', '2016-05', 'benefits'],
])('finds the time in "%s"', (column, month, name) => {
  const found = periodIn(column, 'december');
  expect([found.month, slug(found.name)]).toEqual([month, name]);
});

it('puts mid-year estimates at June', () => {
  expect(periodIn('All ages; 2013', 'june').month).toBe('2013-06');
  expect(periodIn('All ages; 2012/13', 'june').month).toBe('2013-03');
});

it.each(['Build period; PRE_1900', 'Build period; 2010_2015', '1 bedroom', 'Aged 16-64', 'Area; Hectares'])(
  'finds none in "%s", and leaves the name as it is',
  (column) => {
    expect(periodIn(column, 'december')).toEqual({ month: null, name: column });
  },
);
