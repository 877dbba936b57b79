import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { importFiles } from '../../sources/service.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import { comparisonTable } from '../comparison/comparison-service.ts';
import type { ComparisonTable } from '../model.ts';
import { asPublished } from './as-published-service.ts';
import { ISLINGTON_2024_07 } from './islington-2024-07.ts';

/** Real public files, kept beside the repository and never in it. */
const SHARED = fileURLToPath(new URL('../../../../shared/data/mps/', import.meta.url));
/** It has every month to March 2024. */
const FILE = 'MPS Borough Level Crime (Historical).csv';
const AS_AT = '2026-04-01';

/** The lines of both boroughs letter by letter, and of the others those of homicide: the whole file takes ten times as long. */
function ofTheTwo(whole: string): string {
  const [head, ...lines] = whole.split('\n');
  return [head, ...lines.filter((line) => /,(?:Camden|Islington),|HOMICIDE/.test(line))].join('\n');
}

describe.skipIf(!existsSync(SHARED))('the performance table of July 2024, from the borough files', () => {
  let desk: ImportDesk;
  let islington: ComparisonTable;
  let camden: ComparisonTable;
  beforeAll(async () => {
    desk = await openImportDesk(await emptyRecords());
    const whole = await readFile(join(SHARED, FILE), 'utf8');
    await importFiles(desk.platform, [await desk.file(FILE, ofTheTwo(whole))]);
    [islington, camden] = [await tableOf('Islington'), await tableOf('Camden')];
  });
  afterAll(() => desk.close());

  const tableOf = async (word: string): Promise<ComparisonTable> => {
    const found = await findPerformanceArea(desk.platform, { word, asAt: AS_AT });
    if (found.kind === 'refused') throw new Error(found.because);
    const asked = { area: found.area, set: 'public-space', period: '2023-24', against: '2022-23', asAt: AS_AT };
    const table = await comparisonTable(desk.platform, asked);
    if (table.kind === 'refused') throw new Error(table.because);
    return table;
  };

  it('has eight rows of the previous year exactly, and residential burglary within one', () => {
    const { rows } = islington;
    const differences = ISLINGTON_2024_07.rows.map(({ printed, previous }) => {
      const rebuilt = rows.find(({ measure }) => measure === printed)?.previous ?? null;
      return [printed, rebuilt === null ? null : rebuilt - previous];
    });
    const exact = differences.filter(([, difference]) => difference === 0).map(([printed]) => printed);
    expect(exact).toEqual([
      'Personal Robbery',
      'Theft Person',
      'Theft Of Motor Vehicle',
      'Theft From Motor Vehicle',
      'Interfering with MV',
      'Aggravated Taking of MV',
      'Homicide',
      'Violence with Injury',
    ]);
    expect(differences.find(([printed]) => printed === 'Residential Burglary')?.[1]).toBe(1);
  });

  it('has the current year within 1.2%, which was revised since', () => {
    const { rows } = islington;
    for (const { printed, current } of ISLINGTON_2024_07.rows) {
      const rebuilt = rows.find(({ measure }) => measure === printed)?.current ?? null;
      if (rebuilt !== null) expect(Math.abs(rebuilt - current), printed).toBeLessThanOrEqual(0.012 * current);
    }
  });

  it('keeps the rows that the borough files lack, and judges the others by ten earlier years', () => {
    const { rows, vintage } = islington;
    expect(rows.filter(({ missing }) => missing !== null).map(({ measure }) => measure)).toEqual([
      'Hate Crime (ex DA)',
      'LBDs',
      'Knife Crime',
    ]);
    const held = rows.filter(({ missing }) => missing === null);
    expect(new Set(held.map(({ dispersionFrom }) => dispersionFrom))).toEqual(
      new Set(['10 earlier years of Islington, leaving out 2 with restrictions in the pandemic']),
    );
    expect(held.every(({ dispersion }) => (dispersion ?? 0) >= 1)).toBe(true);
    expect(held.find(({ measure }) => measure === 'Theft From Motor Vehicle')?.verdict).toBe('could be chance');
    expect(vintage).toBeTruthy();
  });

  it('has beside it the sum of the 32 boroughs', () => {
    const { rows } = islington;
    // Counted apart, with Python's csv: every row of homicide but "Unknown", which has one.
    const homicide = rows.find(({ measure }) => measure === 'Homicide');
    expect(homicide?.forceWide).toEqual({ current: 107, previous: 114, percentChange: -6.1, files: [FILE] });
  });

  it('comes out for Camden by changing one word', () => {
    expect(camden.rows.map(({ group, measure }) => [group, measure])).toEqual(
      islington.rows.map(({ group, measure }) => [group, measure]),
    );
    expect(camden.rows.slice(0, 9).every(({ current, previous }) => current !== null && previous !== null)).toBe(true);
    expect(camden.rows[1]?.current).not.toBe(islington.rows[1]?.current);
    expect(camden.rows.map(({ forceWide }) => forceWide)).toEqual(islington.rows.map(({ forceWide }) => forceWide));
  });

  it('judges the printed counts with the years that are held', async () => {
    const answer = await asPublished(desk.platform, { name: 'islington-2024-07', asAt: AS_AT });
    if ('kind' in answer) throw new Error(answer.because);
    expect(
      answer.rows.map(({ printed, row }) => [printed.current, printed.previous, row.current, row.previous]),
    ).toEqual(ISLINGTON_2024_07.rows.map(({ current, previous }) => [current, previous, current, previous]));
    expect(answer.rows.filter(({ row }) => row.dispersion !== null)).toHaveLength(9);
    expect(answer.rows.find(({ printed }) => printed.printed === 'Personal Robbery')?.held).toMatchObject({
      previous: 1065,
    });
    expect(answer.table.answer).toContain(
      'judged on the counts alone, and one of them is larger than chance alone usually brings: hate crime excluding domestic abuse, fewer',
    );
  });
});
