import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('writes the same content as the same text, whatever the order it was given in', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  expect(canonicalJson({ a: true, b: [1, { c: 'x', d: null }] })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
});

it('sorts keys by their own letters, and leaves out what is undefined', () => {
  expect(canonicalJson({ 'a!': 1, a: 2, B: 3, gone: undefined })).toBe('{"B":3,"a":2,"a!":1}');
});

it.each([
  [1e21, '1e+21'],
  [-0, '0'],
  [0.1, '0.1'],
  ['\0', '"\\u0000"'],
  ['\ud800', '"\\ud800"'],
  [[], '[]'],
  [{}, '{}'],
])('writes %j as %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

it('refuses a number that JSON has no word for', () => {
  expect(() => canonicalJson({ share: Number.NaN })).toThrow('The audit cannot keep the number NaN');
});
