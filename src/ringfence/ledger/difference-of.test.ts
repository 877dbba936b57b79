import { expect, test } from 'vitest';
import { differenceOf } from './difference-of.ts';
import { leaveLine } from './leave-line.ts';

const line = leaveLine({ officer: 1, place: 2, postClass: 'floor', day: '2026-10-14', minutes: 480 });

test('nothing is added where the ledger says it already, however it came to say it', () => {
  expect(differenceOf([], [])).toEqual([]);
  expect(differenceOf([line], [line])).toEqual([]);
  const inParts = [
    { ...line, minutes: 500 },
    { ...line, minutes: -20 },
  ];
  expect(differenceOf(inParts, [line])).toEqual([]);
});

test('what is new is added, and what is no longer so is taken back', () => {
  const later = { ...line, day: '2026-10-15' };
  expect(differenceOf([line], [later])).toEqual([{ ...line, minutes: -480 }, later]);
  expect(differenceOf([line], [{ ...line, minutes: 240 }])).toEqual([{ ...line, minutes: -240 }]);
});

test('lines that differ in one thing are told apart', () => {
  const others = [
    { ...line, officer: 9 },
    { ...line, place: 9 },
    { ...line, postClass: 'pcso' as const },
    { ...line, duty: 9 },
    { ...line, absence: 'a' },
    { ...line, account: 'breach' as const },
    { ...line, reason: 'custody' as const },
    { ...line, orderedBy: 'court' as const },
    { ...line, event: 'carnival-2026' },
    { ...line, late: true },
    { ...line, policy: 9 },
  ];
  for (const other of others) expect(differenceOf([line], [other])).toHaveLength(2);
});
