import { expect, test } from 'vitest';
import { limitsFor } from '../rules-in-force.ts';
import { budget } from './budget.ts';

const limits = limitsFor('2026-03-01', { dwo: 5, pcso: 2 });

test('reads with its numbers', () => {
  expect(budget.inForce({ asAt: '2026-03-01', asked: { dwo: 5, pcso: 2 }, limits }).sentence).toBe(
    '5 dedicated ward officers and 2 PCSOs are placed, no more and no fewer.',
  );
});

test('broken by one officer too many or too few, and by nothing else', () => {
  const wards = [
    { name: 'Barnsbury', dwo: 2, pcso: 1 },
    { name: 'Highgate', dwo: 3, pcso: 1 },
  ];
  expect(budget.breach(limits, wards)).toBeNull();
  expect(budget.breach(limits, wards.slice(1))).toBe('3 officers are placed and there are 5.');
  expect(budget.breach(limits, [...wards, { name: 'Holloway', dwo: 0, pcso: 1 }])).toBe(
    '3 PCSOs are placed and there are 2.',
  );
});
