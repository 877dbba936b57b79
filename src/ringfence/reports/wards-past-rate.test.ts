import { expect, test } from 'vitest';
import type { WardRow } from './model.ts';
import { tallyOf } from './tally-of.ts';
import { wardsPastRate } from './wards-past-rate.ts';

function ward(
  code: string,
  postClass: 'floor' | 'extra',
  accounts: Partial<Record<'confirmed' | 'breach' | 'unruled' | 'exception', number>>,
): WardRow {
  const lines = Object.entries(accounts).map(([account, minutes]) => ({
    ...{ account: account as 'confirmed', minutes, postClass, late: false },
    ...{ reason: account === 'confirmed' ? ('' as const) : ('custody' as const), orderedBy: '' as const },
  }));
  return { code, name: code, boroughCode: 'B', postClass, classes: [postClass], officers: null, ...tallyOf(lines) };
}

test('breaches and what is not ruled count, exceptions do not, and the share itself is not passed', () => {
  const wards = [
    ward('at', 'floor', { confirmed: 75, breach: 25 }),
    ward('past', 'floor', { confirmed: 74, breach: 26 }),
    ward('both', 'floor', { confirmed: 50, breach: 25 }),
    ward('both', 'extra', { confirmed: 10, unruled: 15 }),
    ward('carnival', 'floor', { confirmed: 10, exception: 90 }),
    ward('none', 'floor', {}),
  ];
  expect(wardsPastRate({ wards }, { alertShare: 0.25 })).toEqual([
    { code: 'both', name: 'both', share: 0.4 },
    { code: 'past', name: 'past', share: 0.26 },
  ]);
});
