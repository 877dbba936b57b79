import { expect, it } from 'vitest';
import { numberWord, ordinalWord } from './number-word.ts';

it('writes small numbers as words and others as figures', () => {
  expect(numberWord(1)).toBe('one');
  expect(numberWord(10)).toBe('ten');
  expect(numberWord(44)).toBe('44');
  expect(ordinalWord(1)).toBe('first');
  expect(ordinalWord(10)).toBe('tenth');
  expect(ordinalWord(22)).toBe('22nd');
});
