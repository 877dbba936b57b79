import { expect, it } from 'vitest';
import { sayMinutes } from './say-minutes.ts';

it.each([
  [0, '0 m'],
  [45, '45 m'],
  [60, '1 h'],
  [70, '1 h 10 m'],
  [480, '8 h'],
])('says %i minutes', (minutes, said) => {
  expect(sayMinutes(minutes).replaceAll('\u00a0', ' ')).toBe(said);
  expect(sayMinutes(minutes)).not.toContain(' ');
});
