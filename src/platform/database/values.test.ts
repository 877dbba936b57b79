import { describe, expect, it } from 'vitest';
import { encodeParameter, readers } from './values.ts';

describe('encodeParameter', () => {
  it.each([
    ['nothing', null, null],
    ['what is not there', undefined, null],
    ['text as it is', 'St Mary’s', 'St Mary’s'],
    ['a number', 1.5, '1.5'],
    ['a large whole number', 9_007_199_254_740_993n, '9007199254740993'],
    ['a truth value', false, 'false'],
    ['an instant in UTC', new Date('2025-03-30T01:30:00+01:00'), '2025-03-30T00:30:00.000Z'],
    ['an object as JSON', { a: [1] }, '{"a":[1]}'],
    ['an empty array', [], '{}'],
    ['numbers', [1, 2.5, Number.NaN, Number.POSITIVE_INFINITY], '{1,2.5,NaN,Infinity}'],
    ['typed numbers', new Float64Array([0.1, 3]), '{0.1,3}'],
    ['texts with every awkward sign', ['a,b', '"', '\\', 'NULL', '', null], '{"a,b","\\"","\\\\","NULL","",NULL}'],
    ['arrays of arrays', [[1, 2], [3]], '{{1,2},{3}}'],
  ])('writes %s', (_what, value, expected) => {
    expect(encodeParameter(value)).toBe(expected);
  });

  it('leaves bytes alone', () => {
    const bytes = new Uint8Array([1, 2]);
    expect(encodeParameter(bytes)).toBe(bytes);
  });
});

describe('readers', () => {
  const read = (type: number, text: string) => readers[type]?.(text);

  it('reads bigint and numeric as numbers', () => {
    expect(read(20, '9007199254740991')).toBe(9_007_199_254_740_991);
    expect(read(1700, '12.50')).toBe(12.5);
  });

  it('refuses a bigint that would lose digits', () => {
    expect(() => read(20, '9007199254740993')).toThrow('select it as text');
  });

  it('reads arrays of numbers, whatever is in them', () => {
    expect(read(1022, '{}')).toEqual([]);
    expect(read(1022, '{1,-2.5,1e+30}')).toEqual([1, -2.5, 1e30]);
    expect(read(1022, '{1,NULL,NaN,-Infinity}')).toEqual([1, null, Number.NaN, Number.NEGATIVE_INFINITY]);
  });

  it('leaves a day a day', () => {
    expect(read(1082, '2025-03-30')).toBe('2025-03-30');
    expect(read(1182, '{2025-03-30,NULL}')).toEqual(['2025-03-30', null]);
  });
});
