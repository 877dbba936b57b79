import { expect, it } from 'vitest';
import { isOfOtherCensus, lsoaVersionOf } from './lsoa-version-of.ts';

const held = [
  { version: 'lsoas-2011' as const, codes: new Set(['E01000001', 'E01000010']) },
  { version: 'lsoas-2021' as const, codes: new Set(['E01000001']) },
];

it.each([
  ['a code new in 2021', 'E01000001,E01035651', 'lsoas-2021'],
  ['a code that ended in 2021', 'E01000001,E01002731', 'lsoas-2011'],
  ['more codes of one than of the other', 'E01035651,E01035652,E01002731', 'lsoas-2021'],
  ['codes of both alike', 'E01035651,E01002731', null],
  ['codes in both sets only', 'E01000001,E01000002', null],
  ['the last code of 2011', 'E01033768', null],
  ['no code', 'Camden', null],
])('tells the census by %s', (_, text, version) => {
  expect(lsoaVersionOf(text, [])).toBe(version);
});

it('asks the boundaries held when the codes do not tell', () => {
  expect(lsoaVersionOf('E01000001,E01000010', held)).toBe('lsoas-2011');
  expect(lsoaVersionOf('E01000001', held)).toBeNull();
  expect(lsoaVersionOf('E01000010,E01035651', held), 'a code that tells comes first').toBe('lsoas-2021');
});

it('knows codes that cannot be of a census', () => {
  expect(isOfOtherCensus('E01002731', 'lsoas-2021')).toBe(true);
  expect(isOfOtherCensus('E01035651', 'lsoas-2011')).toBe(true);
  expect(isOfOtherCensus('E01000001', 'lsoas-2011')).toBe(false);
});
