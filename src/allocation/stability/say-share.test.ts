import { expect, it } from 'vitest';
import { sayShare } from './say-share.ts';

it.each([
  [0, '0%'],
  [0.0001, 'under 1%'],
  [0.0049, 'under 1%'],
  [0.005, '1%'],
  [0.56, '56%'],
  [0.994, '99%'],
  [0.9951, 'over 99%'],
  [0.9999, 'over 99%'],
  [1, '100%'],
])('says %f as %s', (share, text) => expect(sayShare(share)).toBe(text));
