import { expect, it } from 'vitest';
import { readAllocationForm } from '../read-allocation-form.ts';
import { addressOf, proposalOf } from './address-of.ts';

it('keeps a weight that was emptied, so that the server finds the field wrong as the browser does', () => {
  const search = addressOf([
    ['dwo', '118'],
    ['ceiling-dwo', ''],
    ['weight-residents', ''],
    ['weight-recorded-crime', '60'],
  ]);
  expect(search).toBe('dwo=118&ceiling-dwo=&weight-residents=&weight-recorded-crime=60');
  const start = {
    ...{ dwo: 118, pcso: 48, floors: { dwo: 2, pcso: 1 }, ceilings: { dwo: 7, pcso: null }, asAt: '2026-03-01' },
    weights: { name: 'founding', version: '1', weights: { 'recorded-crime': 85, residents: 15 } },
  };
  const asked = Object.fromEntries(new URLSearchParams(search));
  expect(readAllocationForm(asked, start, ['recorded-crime', 'residents']).problems.map(({ href }) => href)).toEqual([
    '#weight-residents',
  ]);
});

it('leaves out fields of side rules that ask nothing, but not the number of sergeants', () => {
  const asked: [string, string][] = [
    ['most-moves', ''],
    ['sergeants', ''],
    ['most-lost', '2'],
  ];
  expect(addressOf(asked)).toBe('sergeants=&most-lost=2');
});

it('writes the weights as the page of a proposal takes them', () => {
  expect(proposalOf({ residents: '40', 'recorded-crime': '60' })).toBe(
    'method=budget&weight-residents=40&weight-recorded-crime=60',
  );
});
