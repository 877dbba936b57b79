import { expect, it } from 'vitest';
import { csvRecords } from './csv-records.ts';

const read = (text: string) => [...csvRecords(text)].map(({ fields }) => fields);

it('reads plain records with either line ending, without blank lines or byte order mark', () => {
  expect(read('\uFEFFa,b\r\n1,2\r\n\r\n3,\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', ''],
  ]);
  expect(read('a,b')).toEqual([['a', 'b']]);
  expect(read('')).toEqual([]);
});

it('reads quoted fields with commas, quotation marks and line breaks', () => {
  expect(read('"x, y","say ""hi""",z\n"two\nlines",1,""\n')).toEqual([
    ['x, y', 'say "hi"', 'z'],
    ['two\nlines', '1', ''],
  ]);
  expect(read('a,"b"')).toEqual([['a', 'b']]);
  expect(read('a,"b"\r')).toEqual([['a', 'b']]);
});

it('gives up on one line when its quotation marks do not close', () => {
  expect(read('a,"b\nc,d\n')).toEqual([null, ['c', 'd']]);
  expect(read('a,"b"c,d\ne,f\n')).toEqual([null, ['e', 'f']]);
  expect(read('a,b"c\n')).toEqual([null]);
});
