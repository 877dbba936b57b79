import { expect, it } from 'vitest';
import { whoActs } from './who-acts.ts';

it('is the person, at the browser as on the command line', () => {
  const person = { kind: 'person', person: 'person:a', grants: [], demonstration: false, steppedUp: false } as const;
  expect(whoActs(person)).toBe('person:a');
  expect(whoActs({ kind: 'operator', name: 'anna', as: { person: 'person:a', grants: [] } })).toBe('person:a');
});

it('is the operator’s name, or Wardroom, where there is nobody', () => {
  expect(whoActs({ kind: 'operator', name: 'anna', as: null })).toBe('cli:anna');
  expect(whoActs({ kind: 'wardroom' })).toBe('wardroom');
});
