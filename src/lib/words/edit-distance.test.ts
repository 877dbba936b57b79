import { expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

it.each([
  ['', '', 0],
  ['', 'ward', 4],
  ['constible', 'constable', 1],
  ['kitten', 'sitting', 3],
  ['saturday', 'sunday', 3],
  ['📷a', 'a', 1],
])('counts the letters to add, drop or change: %s to %s', (from, to, letters) => {
  expect(editDistance(from, to)).toBe(letters);
  expect(editDistance(to, from)).toBe(letters);
});
