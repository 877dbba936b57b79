import { expect, it } from 'vitest';
import { nearNames } from './near-names.ts';

const names = ['burglary', 'residential-burglary', 'robbery', 'homicide'];

it('suggests what differs by few letters, and what holds the text', () => {
  expect(nearNames('burglry', names)).toEqual(['burglary']);
  expect(nearNames('Burglary', names)).toEqual(['burglary', 'residential-burglary']);
  expect(nearNames('robery', names)).toEqual(['robbery']);
});

it('suggests nothing that is far, and no more than asked', () => {
  expect(nearNames('fraud', names)).toEqual([]);
  expect(nearNames('burglary', names, 1)).toEqual(['burglary']);
});
