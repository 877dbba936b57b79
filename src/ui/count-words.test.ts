import { expect, it } from 'vitest';
import { countWords } from './count-words.ts';

it('says none, one and many', () => {
  expect(countWords(0, 'ward')).toBe('no wards');
  expect(countWords(1, 'ward')).toBe('1 ward');
  expect(countWords(1200, 'ward')).toBe('1,200 wards');
  expect(countWords(2, 'inquiry', 'inquiries')).toBe('2 inquiries');
});
