import { expect, it } from 'vitest';
import { isDiskFull } from './is-disk-full.ts';

it('knows a full disk by its code and by the lake’s words', () => {
  expect(isDiskFull(Object.assign(new Error('write failed'), { code: 'ENOSPC' }))).toBe(true);
  expect(isDiskFull(new Error('IO Error: Could not write file: No space left on device'))).toBe(true);
});

it('takes nothing else for one', () => {
  expect(isDiskFull(Object.assign(new Error('no such file'), { code: 'ENOENT' }))).toBe(false);
  expect(isDiskFull('ENOSPC')).toBe(false);
});
