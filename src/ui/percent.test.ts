import { expect, it } from 'vitest';
import { percent, signedPercent } from './percent.ts';

it('writes a share with the decimals asked for', () => {
  expect(percent(0.0619)).toBe('6.2%');
  expect(percent(0.0619, 2)).toBe('6.19%');
});

it('signs a change with a true minus', () => {
  expect(signedPercent(0.017)).toBe('+1.7%');
  expect(signedPercent(-0.284)).toBe('−28.4%');
});
