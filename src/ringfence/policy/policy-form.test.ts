import { expect, test } from 'vitest';
import { PERMITTED_DEFAULT } from './permitted-default.ts';
import { policyChanges } from './policy-changes.ts';
import { policyContent } from './policy-content.ts';
import { readPolicy, typedFrom } from './policy-form.ts';
import { SHIPPED_POLICIES } from './shipped-policies.ts';

const { policy } = PERMITTED_DEFAULT;
const typed = typedFrom(policy);

test('every shipped policy is read from its own form as it is', () => {
  for (const shipped of Object.values(SHIPPED_POLICIES)) {
    expect(readPolicy(typedFrom(shipped.policy))).toEqual({ policy: shipped.policy, problems: [] });
  }
});

test('hours become minutes and percentages shares, and what is typed is a policy', () => {
  const { policy: read, problems } = readPolicy({
    ...typed,
    title: ' Strict ',
    weeklyMinutes: '37.5',
    presumedShare: '12.5',
    'reason-training': 'breach',
    'class-extra': 'ring-fenced',
    'cover-1-from': '23:00',
    'cover-1-to': '07:00',
    'cover-1-officers': '',
    'cover-1-pcsos': '2',
  });
  expect(problems).toEqual([]);
  expect(read).toMatchObject({
    title: 'Strict',
    weeklyMinutes: 2250,
    presumedShare: 0.125,
    rulings: { training: 'breach' },
    classes: { extra: 'ring-fenced' },
    cover: [
      { from: '07:00', to: '23:00', officers: 1, pcsos: 0 },
      { from: '23:00', to: '07:00', officers: 0, pcsos: 2 },
    ],
  });
  expect(policyContent.safeParse(read).success).toBe(true);
  expect(policyChanges(policy, read).map(({ what }) => what)).toEqual([
    'Training',
    'Officers above the floor',
    'Contracted week',
    'A month is incomplete',
    'Planned cover of every ward',
  ]);
});

test('what a reason is not open to is not read', () => {
  const { policy: read } = readPolicy({ ...typed, 'reason-custody': 'exception', 'reason-ward-work': 'breach' });
  expect([read.rulings.custody, read.rulings['ward-work']]).toEqual(['breach', 'kept']);
});

test.each([
  ['title', ' ', /Give the policy a title/],
  ['source', '', /document or decision/],
  ['emergencyRank', 'Captain', /Choose a rank/],
  ['shortResponseMinutes', '121', /as a number from 0 to 120/],
  ['shortResponseMinutes', '29.5', /as a number from 0 to 120/],
  ['vacancyAfterDays', 'four weeks', /as a number from 1 to 366/],
  ['weeklyMinutes', '61', /hours of a contracted week as a number from 10 to 60/],
  ['presumedShare', '-1', /as a number from 0 to 100/],
  ['closesOnDay', '', /as a number from 1 to 28/],
  ['cover-0-from', '7', /times of cover as 07:00/],
  ['cover-0-officers', '21', /as numbers from 0 to 20/],
])('%s of “%s” is asked for again beside its field', (field, text, sentence) => {
  const { problems } = readPolicy({ ...typed, [field]: text });
  expect(problems.map((problem) => problem.field)).toEqual([field]);
  expect(problems[0]?.sentence).toMatch(sentence);
});
