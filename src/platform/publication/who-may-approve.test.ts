import { expect, it, test } from 'vitest';
import { type Approval, whoMayApprove } from './who-may-approve.ts';

const proposal: Approval = {
  author: 'person:a',
  changedBy: 'person:b',
  approver: 'person:c',
  approversEver: 'several',
};
const decide = (change: Partial<Approval>) => whoMayApprove({ ...proposal, ...change });

it('lets somebody else approve, and marks nothing', () => {
  expect(decide({})).toEqual({ kind: 'second person' });
  expect(decide({ approversEver: 'one' })).toEqual({ kind: 'second person' });
});

it('refuses the author, and who changed it last, once a second approver has existed', () => {
  expect(decide({ approver: 'person:a' })).toMatchObject({
    kind: 'refused',
    because: expect.stringMatching(/proposed this yourself/),
  });
  expect(decide({ approver: 'person:b' })).toMatchObject({
    kind: 'refused',
    because: expect.stringMatching(/changed this last/),
  });
});

it.each(['none', 'one'] as const)('lets the author approve alone while there was %s who could', (approversEver) => {
  expect(decide({ approver: 'person:a', approversEver })).toEqual({ kind: 'alone' });
});

test('the command line approves by itself only where nobody ever could', () => {
  const own = { author: 'cli:anna', changedBy: 'cli:anna', approver: 'cli:anna' };
  expect(decide({ ...own, approversEver: 'none' })).toEqual({ kind: 'alone' });
  expect(decide({ ...own, approversEver: 'one' })).toMatchObject({
    kind: 'refused',
    because: expect.stringMatching(/--as/),
  });
  // Not even what somebody else proposed: nobody can tell who sits at the keyboard.
  expect(decide({ approver: 'cli:anna', approversEver: 'several' })).toMatchObject({ kind: 'refused' });
});

test('Wardroom itself publishes what it made, marked', () => {
  expect(decide({ author: 'wardroom', changedBy: 'wardroom', approver: 'wardroom' })).toEqual({ kind: 'alone' });
  expect(decide({ approver: 'wardroom' })).toMatchObject({ kind: 'refused' });
  expect(decide({ author: 'wardroom', approver: 'wardroom' })).toMatchObject({ kind: 'refused' });
});
