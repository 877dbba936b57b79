import { expect, it } from 'vitest';
import type { HeldLimits } from './model.ts';
import { sayHeldLimits } from './say-held-limits.ts';

const limits: HeldLimits = { from: '2022-01', to: '2022-12', reason: 'Before the scheme.' };
const baseline = { from: '2022-01', to: '2022-12', points: 12 } as const;
const segment = { from: '2021-04', to: '2026-03', baseline, lines: null, because: null } as const;
const say = (chart: Partial<Parameters<typeof sayHeldLimits>[0]>, held = [limits]) =>
  sayHeldLimits({ kind: 'xmr', segments: [segment], ...chart }, held);

it('says which limits are held, and why others are not used', () => {
  expect(say({})).toEqual(['Limits were set to be held from January 2022 to December 2022: Before the scheme.']);
  const unused = 'Limits entered from January 2022 to December 2022 (Before the scheme) are not used, because';
  expect(say({ kind: 'g' })[0]).toContain(`${unused} what is this rare`);
  expect(say({ segments: [{ ...segment, baseline: null }] })).toEqual([
    `${unused} fewer than 12 ordinary figures are held in them.`,
  ]);
  const later = [{ ...segment, from: '2020-01', to: '2021-12' } as const];
  expect(say({ segments: later })[0]).toContain(`${unused} no months shown are judged by them`);
  const twice = say({}, [limits, { ...limits, reason: 'Again' }]).map((said) => said.includes('not used'));
  expect(twice).toEqual([true, false]);
});
