import { expect, it } from 'vitest';
import { wardSetAsAt } from './ward-set-as-at.ts';

it.each([
  ['2022-05-04', 'wards-2014'],
  ['2022-05-05', 'wards-2022'],
  ['2026-03-31', 'wards-2022'],
  ['2014-05-22', 'wards-2014'],
  ['2010-12-01', 'wards-2014'],
])('on %s the set in force is %s', (date, version) => {
  expect(wardSetAsAt(date).version).toBe(version);
});

it.each(['2022', '05/05/2022', '2022-13-01', '2022-02-30', ''])('refuses "%s", which is not a date', (text) => {
  expect(() => wardSetAsAt(text)).toThrow('write it as 2024-03-31');
});
