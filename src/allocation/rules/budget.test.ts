import { expect, test } from 'vitest';
import { termsFor } from '../../../test/builders/plan-terms.ts';
import { budget } from './budget.ts';

const terms = termsFor({ dwo: 5, pcso: 2 });
const breach = (wards: { name: string; dwo: number; pcso: number }[]) =>
  budget.breach(terms, { wards: wards.map((ward) => ({ code: '', borough: '', ...ward })), sergeants: [] });

test('reads with its numbers', () => {
  expect(budget.inForce(terms)?.sentence).toBe(
    '5 dedicated ward officers and 2 PCSOs are placed, no more and no fewer.',
  );
});

test('broken by one officer too many or too few, and by nothing else', () => {
  const wards = [
    { name: 'Barnsbury', dwo: 2, pcso: 1 },
    { name: 'Highgate', dwo: 3, pcso: 1 },
  ];
  expect(breach(wards)).toBeNull();
  expect(breach(wards.slice(1))).toBe('3 officers are placed and there are 5.');
  expect(breach([...wards, { name: 'Holloway', dwo: 0, pcso: 1 }])).toBe('3 PCSOs are placed and there are 2.');
});
