import { expect, it } from 'vitest';
import { datasetOf, datasetsOf } from './dataset-of.ts';

it('takes what stands before the first slash', () => {
  expect(['mps/theft/shoplifting', 'street-total/crime', 'population'].map(datasetOf)).toEqual([
    'mps',
    'street-total',
    'population',
  ]);
});

it('keeps the order of a measure’s categories', () => {
  const categories = ['census-2021/residents', 'population/all', 'census-2021/visitors', 'demonstration/residents'];
  expect(datasetsOf({ categories })).toEqual(['census-2021', 'population', 'demonstration']);
});
