import { expect, test } from 'vitest';
import { detailOf, sayAction, sayActor, sayDone, withNames } from './say-entry.ts';

const names = new Map([['person:00000000000000aa', 'Ada First']]);

test.each([
  ['person:00000000000000aa', 'Ada First'],
  ['person:00000000000000bb', 'person:00000000000000bb'],
  ['cli:anna', 'anna at the command line'],
  ['cli:anna as person:00000000000000aa', 'anna at the command line as Ada First'],
  ['wardroom', 'Wardroom itself'],
  ['visitor', 'Somebody not signed in'],
])('%s acted: %s', (actor, words) => {
  expect(sayActor(actor, names)).toBe(words);
});

test('an entry is told with names and in words', () => {
  expect(withNames('of person:00000000000000aa and person:00000000000000bb', names)).toBe(
    'of Ada First and person:00000000000000bb',
  );
  expect(sayAction('users.sign-in-refused')).toBe('users: sign in refused');
});

const ADA = 'person:00000000000000aa';
const BO = 'person:00000000000000bb';
const both = new Map([...names, [BO, 'Bo Second']]);
const said = (action: string, given: { actor?: string; subject?: string; whom?: string | null; detail?: unknown }) =>
  sayDone(
    {
      ...{ action, actor: given.actor ?? ADA, subject: given.subject ?? 'x', whom: given.whom ?? null },
      detail: JSON.stringify(given.detail ?? {}),
    },
    both,
  );

test.each([
  ['users.sign-in', { whom: ADA, detail: { means: 'password' } }, 'signed in'],
  [
    'users.sign-in',
    { whom: ADA, detail: { means: 'password', secondFactor: 'recovery code' } },
    'signed in with a recovery code',
  ],
  ['users.sign-in-refused', { actor: 'visitor', whom: BO, detail: { failures: 1 } }, 'was not let in as Bo Second'],
  [
    'users.sign-in-refused',
    { actor: 'visitor', subject: 'unknown e-mail 00', detail: { failures: 4 } },
    'was not let in, with an unknown account, failure 4 in a row',
  ],
  [
    'users.give-role',
    { actor: 'wardroom', whom: ADA, detail: { role: 'ward-officer', unit: 'Central North' } },
    'gave the role ward officer, Central North, to Ada First',
  ],
  ['users.end-session', { whom: ADA }, 'ended one of their own sessions'],
  ['users.end-session', { actor: `cli:anna as ${ADA}`, whom: ADA }, 'ended one of their own sessions'],
  ['users.end-session', { whom: BO }, 'ended one of Bo Second’s sessions'],
  [
    'users.make-link',
    { whom: BO, detail: { purpose: 'reset', secondFactorToo: true } },
    'made a one-time link to a new password for Bo Second, which takes their authenticator away too',
  ],
  ['users.disable', { whom: BO, detail: { roles: 2, sessions: 1 } }, 'disabled Bo Second: 2 roles and 1 session ended'],
  ['sources.import', { subject: 'spring', detail: { imports: [{}, {}] } }, 'imported 2 files as vintage spring'],
  ['allocation.propose-plan', { subject: 'Plan of Central North, number 3' }, 'proposed plan 3 of Central North'],
  [
    'allocation.approve-plan',
    { subject: 'Plan of N, number 3', detail: { alone: true } },
    'approved plan 3 of N, alone',
  ],
  [
    'audit.search',
    { whom: BO, detail: { who: ADA } },
    'looked at the audit, for what was done to Bo Second and what Ada First did',
  ],
  [
    'audit.erase',
    { subject: 'users', detail: { entries: 1 } },
    'erased 1 entry about people, sign-ins and roles whose time was over',
  ],
])('%s of %j is told as %j', (action, given, words) => {
  expect(said(action, given)).toBe(words);
});

test('an action without a phrase is told by its name, and a detail that is none has no fields', () => {
  expect(said('users.dance', { subject: 'waltz', whom: BO })).toBe('users: dance, waltz, on Bo Second');
  expect(said('toString', { subject: 'waltz' })).toBe('toString: , waltz');
  expect([detailOf(null), detailOf('[1]'), detailOf('{'), detailOf('{"a":1}')]).toEqual([{}, {}, {}, { a: 1 }]);
});
