import { expect, it } from 'vitest';
import { typesIn, typesOf } from './held-types.ts';

const counts = (...each: [string, number][]) => new Map(each);

it('sees files of chosen types, and takes small or mixed ones to be of all', () => {
  const of = (types: Map<string, number>) => typesOf('street', types, ['2024-01']);
  expect(of(counts(['Burglary', 10]))).toEqual(new Set(['Burglary']));
  expect(of(counts(['Burglary', 9]))).toBeNull();
  expect(of(counts(['Burglary', 60], ['Drugs', 40]))).toEqual(new Set(['Burglary', 'Drugs']));
  expect(of(counts(['Burglary', 60], ['Drugs', 39]))).toBeNull();
  expect(typesOf('stop-and-search', counts(['drugs', 900]), ['2024-01'])).toBeNull();
});

it('knows which types there were in a month', () => {
  expect(typesIn('street', '2010-12', [])).not.toContain('Bicycle theft');
  expect(typesIn('street', '2024-01', ['Made up'])).toEqual(expect.arrayContaining(['Bicycle theft', 'Made up']));
  expect(typesIn('stop-and-search', '2024-01', ['drugs'])).toEqual(['drugs']);
});
