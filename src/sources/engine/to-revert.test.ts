import { expect, it } from 'vitest';
import { toRevert } from './to-revert.ts';

const imports = [
  { id: '1', vintage: 'March', revertedAt: null },
  { id: '2', vintage: 'March', revertedAt: null },
  { id: '3', vintage: 'April', revertedAt: '2026-01-01T00:00:00.000Z' },
  { id: '4', vintage: '1', revertedAt: null },
];

it('takes one import by its number and all files by their vintage', () => {
  expect(toRevert(imports, '2')).toEqual({ kind: 'imports', imports: [imports[1]] });
  expect(toRevert(imports, 'March')).toEqual({ kind: 'imports', imports: [imports[0], imports[1]] });
});

it('says when there is none, when it was taken back, and when two are meant', () => {
  expect(toRevert(imports, '9')).toMatchObject({ because: expect.stringContaining('no import or vintage "9"') });
  expect(toRevert(imports, 'April')).toMatchObject({ because: expect.stringContaining('taken back already') });
  expect(toRevert(imports, '1')).toMatchObject({ because: expect.stringContaining('both the number') });
});
