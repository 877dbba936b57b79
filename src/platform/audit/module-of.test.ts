import { expect, it } from 'vitest';
import { moduleOf } from './module-of.ts';

it.each([
  ['sources.import', 'imports'],
  ['allocation.adopt-plan', 'allocation'],
  ['high-harm.read-case', 'high-harm'],
  ['identity.sign-in', 'users'],
] as const)('keeps %s as long as %s', (action, module) => {
  expect(moduleOf(action)).toBe(module);
});

it.each(['weather.look', 'nothing', 'constructor.call'])('does not guess the module of %s', (action) => {
  expect(() => moduleOf(action)).toThrow(`the module that "${action}" belongs to`);
});
