import { expect, test } from 'vitest';
import { changesText } from './changes-as-text.ts';

test('a plan that was withdrawn since is told to be', () => {
  const said = (before: boolean, after: boolean) =>
    changesText(
      { name: 'plan 1', withdrawn: before },
      { name: 'plan 2', withdrawn: after },
      { kind: 'other wards', sentences: [] },
    ).head[0];
  expect(said(false, false)).toBe('From plan 1 to plan 2:');
  expect(said(true, false)).toBe('From plan 1, withdrawn since, to plan 2:');
  expect(said(false, true)).toBe('From plan 1 to plan 2, withdrawn since:');
});
