import { expect, it } from 'vitest';
import { chooseLakeFiles } from './choose-lake-files.ts';
import type { LakeFile } from './model.ts';

const file = (importId: number, vintage: string, rows: number, more: Partial<LakeFile> = {}): LakeFile => ({
  path: `${importId}`,
  force: 'metropolitan',
  month: '2024-01',
  rows,
  importId,
  vintage,
  file: `${importId}.zip`,
  ...more,
});
const paths = (files: LakeFile[]) => chooseLakeFiles(files).files.map(({ path }) => path);

it('takes a month from the vintage imported last, though another is fuller, and counts that it is', () => {
  expect(chooseLakeFiles([file(1, 'May', 90), file(2, 'June', 80)])).toMatchObject({
    files: [{ path: '2' }],
    fullerElsewhere: 1,
    severalInVintage: 0,
  });
  expect(chooseLakeFiles([file(1, 'May', 70), file(2, 'June', 80)]).fullerElsewhere).toBe(0);
});

it('takes the fullest of several files in that vintage, and the latest of equals', () => {
  expect(chooseLakeFiles([file(1, 'May', 90), file(2, 'May', 80)])).toMatchObject({
    files: [{ path: '1' }],
    severalInVintage: 1,
    fullerElsewhere: 0,
  });
  expect(paths([file(3, 'May', 80), file(2, 'May', 80)])).toEqual(['3']);
});

it('chooses for each force and month by itself, in their order', () => {
  const files = [
    file(1, 'May', 9),
    file(2, 'June', 9, { month: '2023-12' }),
    file(3, 'July', 9, { force: 'city-of-london' }),
  ];
  expect(paths(files)).toEqual(['3', '2', '1']);
});
