import { expect, it } from 'vitest';
import { tooMuch } from './too-much.ts';

const month = { units: 30, treated: 1, before: 120, method: 'sdid' } as const;

it('takes on panels that are as large as those of boroughs by month, and daily ones of two years', () => {
  expect(tooMuch(month)).toBeNull();
  expect(tooMuch({ ...month, before: 730 })).toBeNull();
  expect(tooMuch({ ...month, treated: 3 })).toBeNull();
  expect(tooMuch({ ...month, before: 100_000, method: 'sc' })).toBeNull();
});

it('refuses more times than can be weighted, and says how many can', () => {
  const because = tooMuch({ ...month, before: 1500 });
  expect(because).toMatch(/^30 units, 1 of them treated, and 1,500 times before the start are more than "sdid" can/);
  const most = Number(/at most ([\d,]+)/.exec(because ?? '')?.[1]?.replace(',', ''));
  expect(tooMuch({ ...month, before: most })).toBeNull();
  expect(tooMuch({ ...month, before: most + 1 })).not.toBeNull();
});

it('refuses more units than can be compared, whatever the times', () => {
  expect(tooMuch({ ...month, units: 3_000, method: 'sc' })).toMatch(/leave out units/);
  expect(tooMuch({ ...month, units: 3_000, method: 'did' })).toBeNull();
});
