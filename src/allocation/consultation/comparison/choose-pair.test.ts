import { expect, it } from 'vitest';
import { CAMDEN, ISLINGTON, POLICE_DRAFT } from '../../../../test/builders/decision-in-view.ts';
import { choosePair } from './choose-pair.ts';

const partner = { ...ISLINGTON, id: 4 };

it('sets the police draft against what was chosen, else the first two that have a plan', () => {
  expect(choosePair([CAMDEN, partner, ISLINGTON, POLICE_DRAFT], 2, {}).pair).toEqual({ a: 1, b: 2 });
  expect(choosePair([CAMDEN, ISLINGTON, partner], null, {}).pair).toEqual({ a: 2, b: 4 });
  expect(choosePair([CAMDEN, POLICE_DRAFT, ISLINGTON], 1, {}).pair).toEqual({ a: 2, b: 1 });
});

it('sets the police draft against the one that differs most from it', () => {
  const alike = { ...ISLINGTON, id: 5, officers: { E1: 2, E2: 7, E3: 3 } };
  const far = { ...ISLINGTON, id: 6, officers: { E1: 5, E2: 4, E3: 3 } };
  expect(choosePair([POLICE_DRAFT, alike, ISLINGTON, far], null, {}).pair).toEqual({ a: 1, b: 6 });
  expect(choosePair([POLICE_DRAFT, alike, ISLINGTON], null, {}).pair).toEqual({ a: 1, b: 2 });
});

it('has none where fewer than two have a plan', () => {
  expect(choosePair([CAMDEN, POLICE_DRAFT], null, {})).toEqual({ pair: null, problems: [] });
  expect(choosePair([], null, { a: '1', b: '2' })).toEqual({ pair: null, problems: [] });
});

it('takes those asked for, in their order', () => {
  const asked = choosePair([POLICE_DRAFT, ISLINGTON, CAMDEN], null, { a: '3', b: '1' });
  expect(asked).toEqual({ pair: { a: 3, b: 1 }, problems: [] });
});

it('refuses one that is not there, and the same twice', () => {
  const fields = (a: string, b: string) =>
    choosePair([POLICE_DRAFT, ISLINGTON], null, { a, b }).problems.map(({ field }) => field);
  expect(fields('9', '2')).toEqual(['a']);
  expect(fields('1', 'x')).toEqual(['b']);
  expect(fields('2', '2')).toEqual(['b']);
  expect(fields('', '')).toEqual([]);
});
