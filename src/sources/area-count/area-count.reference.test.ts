import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { importFiles } from '../service.ts';
import { countInAreas } from './area-count-service.ts';

const SHARED = join(import.meta.dirname, '../../../../shared/data');
const ALL = join(SHARED, 'police-uk/camden-islington-street-2016-01_2018-06.zip');
const BURGLARY = join(SHARED, 'police-uk/metropolitan-burglary-2010-12_2025-02.zip');
const WARDS = join(SHARED, 'geography/wards_2022_camden_islington_ONS.geojson');

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterEach(() => desk.close());

const ISLINGTON = {
  name: 'Islington',
  polygons: [
    [
      [
        [-0.115, 51.532],
        [-0.1, 51.532],
        [-0.1, 51.55],
        [-0.115, 51.55],
        [-0.115, 51.532],
      ] as [number, number][],
    ],
  ],
};
const monthsOf = async () => {
  const answer = await countInAreas(desk.platform, {
    ...{ areas: [ISLINGTON], source: 'street', from: '2016-08', to: '2017-02', type: null, vintage: null },
  });
  if (answer.kind === 'refused') throw new Error(answer.because);
  return answer.areas[0]?.months.map(({ incidents }) => incidents ?? 0) ?? [];
};

describe.skipIf(!existsSync(BURGLARY))('on the real files', () => {
  it('counts an archive of two boroughs beside one of all burglaries as it does alone, but for a few burglaries', async () => {
    const wards = { path: WARDS, name: 'wards.geojson' };
    await importFiles(desk.platform, [wards, { path: ALL, name: 'all.zip' }], { vintage: 'one' });
    const alone = await monthsOf();
    await importFiles(desk.platform, [{ path: BURGLARY, name: 'burglary.zip' }], { vintage: 'one' });
    const together = await monthsOf();
    expect(Math.min(...alone)).toBeGreaterThan(100);
    for (const [at, count] of together.entries()) {
      expect(Math.abs(count / (alone[at] ?? 0) - 1)).toBeLessThan(0.02);
    }
  });
});
