import { expect, it } from 'vitest';
import { oneLine } from './one-line.ts';

it.each([
  ['as it is', 'as it is'],
  ['two\n\n  lines\r\n', 'two lines'],
  ['a\0b\u001B[31m', 'a b [31m'],
  ['half a pair \uD800', 'half a pair'],
])('says %j as %j', (said, line) => {
  expect(oneLine(said)).toBe(line);
});

it('cuts what is longer than 120 letters and shows that it did', () => {
  expect(oneLine('x'.repeat(120))).toBe('x'.repeat(120));
  expect(oneLine('x'.repeat(121))).toBe(`${'x'.repeat(119)}…`);
});
