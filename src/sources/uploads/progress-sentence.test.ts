import { expect, it } from 'vitest';
import { progressSentence } from './progress-sentence.ts';

const progress = { file: 'street.zip', step: 'placing in wards', done: 2, total: 3 };

it('says which file of how many, which step, and what share of it', () => {
  const files = ['wards.geojson', 'street.zip', 'population.csv'];
  expect(progressSentence(progress, files)).toBe('File 2 of 3, street.zip: placing in wards, 66%');
  expect(progressSentence({ ...progress, done: 4 }, files)).toBe('File 2 of 3, street.zip: placing in wards, 100%');
});

it('gives no share where the whole is not known, and no place where there is one file or two of a name', () => {
  expect(progressSentence({ ...progress, total: 0 }, ['street.zip'])).toBe('street.zip: placing in wards');
  expect(progressSentence({ ...progress, total: 0 }, ['street.zip', 'street.zip'])).toBe(
    'street.zip: placing in wards',
  );
});

it('speaks of no file where a step is of all', () => {
  expect(progressSentence({ file: '', step: 'comparing', done: 0, total: 0 }, ['a', 'b'])).toBe('Comparing');
});
