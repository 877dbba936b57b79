import { expect, it } from 'vitest';
import type { LakeFile } from '../../area-count/model.ts';
import { chooseFiles } from './choose-files.ts';

const file = (more: Partial<LakeFile>): LakeFile => ({
  ...{
    path: 'lake/x',
    force: 'metropolitan',
    month: '2024-01',
    rows: 10,
    importId: 1,
    vintage: 'first',
    file: 'a.zip',
  },
  ...{ wardSets: [], ...more },
});
const chosen = (...files: LakeFile[]) =>
  chooseFiles(files).map(({ force, month, importId }) => `${force} ${month} ${importId}`);

it('takes each month of a force from the vintage imported last', () => {
  expect(chosen(file({}), file({ importId: 2, vintage: 'second', rows: 4 }), file({ month: '2024-02' }))).toEqual([
    'metropolitan 2024-01 2',
    'metropolitan 2024-02 1',
  ]);
});

it('takes the fuller of two files of one vintage', () => {
  expect(chosen(file({ importId: 3, rows: 20 }), file({ importId: 4, rows: 5 }))).toEqual(['metropolitan 2024-01 3']);
});

it('leaves the railway police out', () => {
  expect(chosen(file({ force: 'btp' }), file({ force: 'city-of-london' }))).toEqual(['city-of-london 2024-01 1']);
});
