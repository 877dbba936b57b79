import { expect, test } from 'vitest';
import { wrapText } from './wrap-text.ts';

test('breaks between words, at the width and not before', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapText('one two three', 6)).toEqual(['one', 'two', 'three']);
});

test('a word longer than the width stands alone, and nothing is one empty line', () => {
  expect(wrapText('a wonderful b', 5)).toEqual(['a', 'wonderful', 'b']);
  expect(wrapText('')).toEqual(['']);
});
