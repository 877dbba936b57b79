import { expect, test } from 'vitest';
import { recordsHeld, rosterOf } from '../../../../test/builders/roster-records.ts';
import { planRoster } from './plan-roster.ts';

const part = (place: number, fraction: number) =>
  ({ place, wardName: `Ward ${place}`, attached: false, postClass: 'floor', fraction }) as const;
const held = (place: number, minutes: number) =>
  ({
    id: place,
    officer: 1,
    place,
    postClass: 'floor',
    day: '2026-10-20',
    minutes,
    synthetic: false,
    version: 1,
    ofRoster: true,
  }) as const;
const leave = { ...rosterOf('P1,2026-10-20,,,LEAVE'), whole: false };
const minutesOf = (added: readonly { place: number; minutes: number }[]) =>
  added.map(({ place, minutes }) => [place, minutes]);
const shared = { postsOn: () => [part(1, 0.6), part(2, 0.4)], mayWrite: () => true };

test('leave by a file counts contracted minutes, as leave by hand does', () => {
  expect(minutesOf(planRoster(leave, recordsHeld({ postsOn: () => [part(1, 0.5)] })).addLeave)).toEqual([[1, 240]]);
});

test('leave of an officer of two wards has a part in each: one row of the file', () => {
  const plan = planRoster(leave, recordsHeld(shared));
  expect(minutesOf(plan.addLeave)).toEqual([
    [1, 288],
    [2, 192],
  ]);
  expect(plan.outcomes).toMatchObject({ leave: 1, held: 0 });
  const ownWard = recordsHeld({ ...shared, mayWrite: (place) => place === 1 });
  expect(minutesOf(planRoster(leave, ownWard).addLeave)).toEqual([[1, 288]]);
});

test('what is held of it is completed and corrected, and left where it says the same', () => {
  const plan = planRoster(leave, recordsHeld({ ...shared, leave: [held(1, 480)] }));
  expect(minutesOf(plan.addLeave)).toEqual([[2, 192]]);
  expect(plan.changeLeave).toMatchObject([{ leave: { place: 1 }, minutes: 288 }]);
  expect(plan.outcomes).toMatchObject({ leave: 1, changed: 0 });
  const same = planRoster(leave, recordsHeld({ ...shared, leave: [held(1, 288), held(2, 192)] }));
  expect([same.addLeave, same.changeLeave, same.outcomes.unchanged]).toEqual([[], [], 1]);
});
