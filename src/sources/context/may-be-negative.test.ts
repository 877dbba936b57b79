import { expect, it } from 'vitest';
import { mayBeNegative } from './may-be-negative.ts';

it.each([
  ['Net_internal_migration_(2015)', true],
  ['New_Homes_(net)_2015/16_(provisional)', true],
  ['% change in households since 2001', true],
  ['Population and Age; Population; 2015', false],
  ['Households with internet access; 2015', false],
  ['Exchange and mart; 2015', false],
])('%s: %s', (title, may) => {
  expect(mayBeNegative(title)).toBe(may);
});
