import { expect, it } from 'vitest';
import { readCell } from './read-cell.ts';

const value = (text: string) => ({ value: text });
const because = (said: RegExp) => ({ because: expect.stringMatching(said) });

it('reads what looks alike alike: one form of Unicode, and without letters that nobody sees', () => {
  expect(readCell('CAFE\u0301')).toEqual(value('CAF\u00C9'));
  expect(readCell('CAF\u00C9')).toEqual(value('CAF\u00C9'));
  expect(readCell('\u200BP1')).toEqual(value('P1'));
  expect(readCell('P\u00AD1\u00A0\u200D ')).toEqual(value('P1'));
  expect(readCell("'=1+1")).toEqual(value('=1+1'));
});

it('refuses what a page or a terminal would not show as it is', () => {
  expect(readCell('two\nlines')).toEqual(because(/line break/));
  expect(readCell('red\u001B[31m')).toEqual(because(/control character/));
  expect(readCell('abc\u202Efdp')).toEqual(because(/direction of writing/));
  expect(readCell('\uD800')).toEqual(because(/characters that are none/));
});

it('refuses more than 2000 letters before anything compares them', () => {
  expect(readCell('x'.repeat(2000))).toEqual(value('x'.repeat(2000)));
  expect(readCell('x'.repeat(2001))).toEqual(because(/more than 2000 letters/));
});
