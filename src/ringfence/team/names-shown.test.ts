import { expect, it } from 'vitest';
import { namesShown } from './names-shown.ts';

const NAMES = new Map([[7, 'Ana Cole']]);

it('tells officers apart whose names are not shown', () => {
  expect([...namesShown([9, 7, 8], NAMES).values()]).toEqual([
    'Officer 2, whose name is not shown',
    'Ana Cole',
    'Officer 1, whose name is not shown',
  ]);
});

it('numbers nobody who is the only one', () => {
  expect(namesShown([7, 8], NAMES).get(8)).toBe('An officer whose name is not shown');
});
