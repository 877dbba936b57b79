import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { monthsBetween } from '../../lib/calendar/month.ts';
import { MPS_VAWG } from './mps-vawg.ts';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/mps/vawg_offences_camden_islington_ward_month.csv', import.meta.url),
);

/** Expected numbers: counted from the file with Python's csv module, summing count by the first seven letters of the recorded month. */
describe.skipIf(!existsSync(FILE))('violence against women and girls in Camden and Islington', () => {
  it('is read whole: 37 wards and what is in none', () => {
    const file = MPS_VAWG.read(readFileSync(FILE, 'utf8'), { now: '2026-09', held: [], about: null });
    if (file.kind === 'refused') throw new Error(file.because);
    expect(file).toMatchObject({ rowsRead: 17_315, rowsUsed: 17_315, refused: [], from: '2014-01', to: '2026-02' });
    expect(file.boundaryVersions).toEqual(['boroughs-2022', 'wards-2022']);
    expect(Object.fromEntries(file.notices.map(({ reason, count }) => [reason, count]))).toEqual({
      'no ward of the set: counted in its borough and kept apart as not placed': 62 + 49 + 4,
      'no month of the offence: counted, since only the month of recording is used': 50,
    });
    const total = (is: (version: string, code: string) => boolean) =>
      file.series
        .filter(({ boundaryVersion, areaCode }) => is(boundaryVersion, areaCode))
        .reduce((sum, { values }) => sum + values.reduce<number>((all, value) => all + (value ?? Number.NaN), 0), 0);
    const wards = file.series.filter(({ boundaryVersion }) => boundaryVersion === 'wards-2022');
    expect(wards).toHaveLength(37);
    expect(wards.every(({ values }) => values.length === 146)).toBe(true);
    expect(total((version) => version === 'boroughs-2022')).toBe(93_195);
    expect(total((version) => version === 'wards-2022')).toBe(93_195 - 154 - 122 - 4);
    expect(total((_, code) => code === 'camden-unknown')).toBe(154);
    expect(total((_, code) => code === 'islington-unknown')).toBe(122);
    expect(
      total((_, code) => code === 'E05013703'),
      'Finsbury Park',
    ).toBe(4_326);
    const inBoth = file.coverage.find(
      ({ month, boundaryVersion }) => month === '2023-06' && boundaryVersion === 'boroughs-2022',
    );
    expect(inBoth?.total).toBe(871);
    const barnsbury = file.series.find(({ areaCode }) => areaCode === 'E05013698');
    expect(barnsbury?.values[monthsBetween('2014-01', '2026-02')]).toBeTypeOf('number');
  });
});
