import { expect, it } from 'vitest';
import { versionIn } from './typed-fields.ts';

it('reads a version, and takes what no record can have for one that is out of date', () => {
  expect([versionIn({}), versionIn({ version: ' ' }), versionIn({ version: '3' })]).toEqual([null, null, 3]);
  for (const version of ['1.5', '1e400', '-1', '2147483648', '9'.repeat(20), 'NaN', '0x10'])
    expect(versionIn({ version })).toBe(0);
});
