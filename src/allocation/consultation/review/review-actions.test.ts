import { expect, it } from 'vitest';
import { POLICE } from '../../../../test/builders/consultation-views.ts';
import { type ActionsAsked, reviewActions } from './review-actions.ts';

const reader = { seesAll: true, mayWrite: true, mayApprove: true, parties: [{ party: POLICE, proposal: null }] };
const textsOf = (rest: Partial<ActionsAsked>) =>
  reviewActions({ id: 1, state: 'open', reader, proposals: 2, notice: 'published', plan: null, ...rest }).map(
    ({ text }) => text,
  );

it.each([
  ['none', 'Announce it to the public'],
  ['outdated', 'Announce the change to the public'],
  ['proposed', 'See the public notice that waits for approval'],
] as const)('a notice that is %s leads to: %s', (notice, text) => {
  expect(textsOf({ notice })).toContain(text);
  expect(textsOf({ notice: 'published' })).not.toContain(text);
});

it('leaves nothing but reading once a choice is on its way, and nothing to choose without proposals', () => {
  expect(textsOf({ state: 'chosen', plan: '9' })).toEqual([
    'See what plan 9 changes, and who may approve it',
    'See the proposals side by side',
  ]);
  expect(textsOf({ state: 'closed' })).toContain('Choose one of the proposals');
  expect(textsOf({ state: 'closed', proposals: 0 })).not.toContain('Choose one of the proposals');
});

it('keeps the comparison from who sees only their own, until it is decided', () => {
  const council = { seesAll: false, mayWrite: false, mayApprove: false, parties: [] };
  expect(textsOf({ reader: council })).toEqual([]);
  expect(textsOf({ reader: council, state: 'decided' })).toEqual(['See the proposals side by side']);
});
