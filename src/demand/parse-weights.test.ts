import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Refusal } from '../sources/index.ts';
import { parseWeights } from './parse-weights.ts';

const file = (weights: unknown, rest: object = { name: 'mine', version: '2' }) => JSON.stringify({ ...rest, weights });

test('a file of weights keeps its name, version and numbers as they are', () => {
  expect(parseWeights(file({ 'recorded-crime': 3, residents: 0, 'street-crime': 0.5 }), 'mine.json')).toEqual({
    name: 'mine',
    version: '2',
    weights: { 'recorded-crime': 3, residents: 0, 'street-crime': 0.5 },
  });
  expect(parseWeights(file({ residents: 1 }, { name: 'mine', version: 3 }), 'mine.json').version).toBe('3');
});

test('the founding weights can be read, and sum to 100 for the reader’s sake', () => {
  const text = readFileSync(new URL('../../weights/founding.json', import.meta.url), 'utf8');
  const { weights } = parseWeights(text, 'founding.json');
  expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

test.each<[string, string, string]>([
  ['not JSON', 'recorded-crime: 3', 'The weights in mine.json are not JSON: see weights/founding.json for the form.'],
  ['no name', file({ residents: 1 }, { version: '1' }), 'need the shape { "name"'],
  ['an empty name', file({ residents: 1 }, { name: ' ', version: '1' }), 'need the shape'],
  ['no weights', '{"name":"mine","version":"1"}', 'need the shape'],
  ['a list', '[1,2]', 'need the shape'],
  [
    'an unknown component',
    file({ luck: 1 }),
    'name "luck", which is no component: "wardroom measure list" names them, such as recorded-crime, ',
  ],
  ['a key that every object has', file({ toString: 1 }), 'name "toString", which is no component:'],
  [
    'a measure that is barred',
    file({ 'black-residents': 1 }),
    'which counts people by ethnicity or age, which the Equality',
  ],
  [
    'a negative weight',
    file({ residents: -1 }),
    'The weight of "residents" in mine.json is -1: make it a number from 0',
  ],
  ['a weight in words', file({ residents: 'ten' }), 'The weight of "residents" in mine.json is "ten"'],
  ['no number', file({ residents: null }), 'The weight of "residents" in mine.json is null'],
  ['an endless weight', '{"name":"a","version":"1","weights":{"residents":1e999}}', 'The weight of "residents"'],
  ['all zero', file({ residents: 0 }), 'are all 0: give at least one component a weight above 0.'],
  ['none', file({}), 'are all 0'],
])('%s is refused with one sentence', (_, text, sentence) => {
  expect(() => parseWeights(text, 'mine.json')).toThrow(Refusal);
  expect(() => parseWeights(text, 'mine.json')).toThrow(sentence);
});
