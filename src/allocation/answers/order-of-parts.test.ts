import { expect, test } from 'vitest';
import { inOrderOfWeight } from './order-of-parts.ts';
import { sayParts } from './say-why.ts';

const part = (component: string, weight: number) => ({ component, weight });

test('parts are named by weight, equal ones as in the catalogue, and one that is not in it last', () => {
  const given = [part('residents', 0.2), part('gone', 0.2), part('recorded-crime', 0.2), part('deprivation', 0.4)];
  const names = inOrderOfWeight(given).map(({ component }) => component);
  expect(names[0]).toBe('deprivation');
  expect(names.slice(1)).toEqual(['recorded-crime', 'residents', 'gone']);
});

test('weights that do not add up as they are written say that they are rounded', () => {
  const used = (weights: [string, number][]) =>
    weights.map(([title, weight]) => ({ ...part(title.toLowerCase(), weight), title })) as never;
  expect(
    sayParts({
      used: used([
        ['Part a', 0.25],
        ['Part b', 0.75],
      ]),
    }),
  ).toBe('part b (75%) and part a (25%)');
  const thirds = used([
    ['Part a', 1 / 3],
    ['Part b', 1 / 3],
    ['Part c', 1 / 3],
  ]);
  expect(sayParts({ used: thirds })).toBe('part a (33%), part b (33%) and part c (33%), rounded');
});
