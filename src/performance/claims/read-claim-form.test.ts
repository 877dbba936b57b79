import { expect, it } from 'vitest';
import type { ClaimContent } from './model.ts';
import { asTyped, readClaimForm, versionIn } from './read-claim-form.ts';

const CLAIM: ClaimContent = {
  ...{ words: 'Personal Robbery: -5.7%', saidBy: 'Metropolitan Police', saidOn: '2024-07-18', document: 'Page 12' },
  kind: 'percentage change',
  binding: {
    ...{
      measure: 'personal-robbery',
      of: null,
      area: 'E09000019',
      period: '2023-24',
      against: '2022-23',
      printed: '-5.7%',
    },
    counts: { current: 1004, previous: 1065 },
  },
  vintage: null,
};

it('reads a form as the claim it was filled with', () => {
  expect(readClaimForm(asTyped(CLAIM))).toEqual(CLAIM);
  expect(readClaimForm(asTyped({ ...CLAIM, kind: 'narrative', binding: null }))).toMatchObject({ binding: null });
});

it('takes counts with commas, and no other text for one', () => {
  const counted = (current: string) => readClaimForm({ ...asTyped(CLAIM), current }).binding?.counts?.current;
  expect(counted('1,004')).toBe(1004);
  expect(counted('many')).toBeNaN();
});

it('takes no other version than a number', () => {
  expect(versionIn({ version: '3' })).toBe(3);
  expect(versionIn({ version: '1.5' })).toBe(0);
});
