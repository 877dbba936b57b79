import { expect, it } from 'vitest';
import { isVintageName } from './vintage-name.ts';

it.each(['March release', '2026-03', 'v1.2_b', 'été'])('takes %j', (name) => {
  expect(isVintageName(name)).toBe(true);
});

it.each(['', ' ', '-x', 'a/b', '../up', 'x'.repeat(61), 'two\nlines', '=1+1'])('does not take %j', (name) => {
  expect(isVintageName(name)).toBe(false);
});
