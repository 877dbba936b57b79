import { expect, it } from 'vitest';
import type { PlanOnRecord, PlanStanding } from './plan-on-record.ts';
import { sayJustDone, sayWhenSeen } from './say-when-seen.ts';

const plan = (standing: PlanStanding, inForceFrom = '2027-01-04'): PlanOnRecord => ({
  ...{ id: '4', standing, inForceFrom, steps: [], alone: false, reason: null, synthetic: false },
});
const TODAY = '2026-11-22';
const FROM_ITS_DAY = 'Residents see it from 4 January 2027, the day it comes into force.';

it.each([
  ['waits for approval', '2027-01-04', FROM_ITS_DAY],
  ['not yet in force', '2027-01-04', FROM_ITS_DAY],
  ['waits for approval', TODAY, 'Residents see it as soon as it is published.'],
  ['in force', TODAY, null],
  ['withdrawn', '2027-01-04', null],
] as const)('says when residents see a plan that is %s, from %s', (standing, from, sentence) => {
  expect(sayWhenSeen(plan(standing, from), TODAY)).toBe(sentence);
});

it.each([
  ['published', 'not yet in force', `The plan is approved and published. ${FROM_ITS_DAY}`],
  ['published', 'in force', 'The plan is published, and in force since 4 January 2027. Residents see it.'],
  ['approved', 'approved, not published', `The plan is approved, and not published yet. ${FROM_ITS_DAY}`],
  ['proposed', 'waits for approval', 'The plan is proposed: somebody else can approve it.'],
  ['published', 'no longer in force', expect.stringContaining('Another plan is in force already')],
  ['published', 'waits for approval', null],
  ['proposed', 'in force', null],
  [undefined, 'in force', null],
] as const)('tells of what was just %s only where the plan is %s', (done, standing, sentence) => {
  expect(sayJustDone(done, plan(standing), TODAY)).toEqual(sentence);
});
