import { expect, test } from 'vitest';
import { leaveLine } from './leave-line.ts';

test('a leave is one line of its day and month, of no duty and for no reason', () => {
  expect(leaveLine({ officer: 3, place: 4, postClass: 'pcso', day: '2026-02-28', minutes: 444 })).toEqual({
    officer: 3,
    place: 4,
    month: '2026-02-01',
    day: '2026-02-28',
    postClass: 'pcso',
    duty: null,
    absence: null,
    account: 'leave',
    reason: '',
    orderedBy: '',
    event: '',
    late: false,
    policy: null,
    minutes: 444,
  });
});
