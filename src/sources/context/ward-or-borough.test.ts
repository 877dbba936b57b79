import { expect, it } from 'vitest';
import { wardOrBorough } from './ward-or-borough.ts';

it.each([
  ['E05000128', 'wards-2014'],
  ['E09000001', 'boroughs-2022'],
])('takes %s as one of %s', (areaCode, version) => {
  expect(wardOrBorough(areaCode)).toEqual({ areaCode, version });
});

it.each(['E12000007', 'E13000001', 'E92000001', 'K04000001', 'K02000001', 'W92000004'])(
  'takes %s as a larger area, whose total is not counted with wards',
  (code) => {
    expect(wardOrBorough(code)).toContain('a total for London');
  },
);

it('takes neither a ward of 2022 nor what is no code', () => {
  expect(wardOrBorough('E05013652')).toBe('a ward of another boundary set than the rest of the file');
  expect(wardOrBorough('00AA')).toContain('no code');
  expect(wardOrBorough('E09000099')).toContain('no code');
});
