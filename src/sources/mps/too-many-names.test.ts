import { expect, it } from 'vitest';
import { readMonthlyFile } from './read-monthly-file.ts';
import { tooManyNames } from './too-many-names.ts';

const many = (count: number, version: 'unplaced' | 'boroughs-2022', category: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => ({
    place: { areaCode: `area-${at}`, version },
    category: category(at),
  }));

it('lets as many offences and places through as can be right, and no more', () => {
  const named = (at: number) => `mps/${at}`;
  const one = () => 'mps/theft';
  expect(tooManyNames(many(200, 'boroughs-2022', named))).toBeNull();
  expect(tooManyNames(many(201, 'boroughs-2022', named))?.because).toContain('names 201 offences');
  expect(tooManyNames(many(1000, 'boroughs-2022', one)), 'official areas may be many').toBeNull();
  expect(tooManyNames(many(100, 'unplaced', one))).toBeNull();
  expect(tooManyNames(many(101, 'unplaced', one))?.because).toContain('101 places');
});

it('refuses a file whose columns of wards and offences changed places', () => {
  const rows = Array.from({ length: 300 }, (_, at) => `THEFT,Ward ${at},Shoplifting,E05013698,Islington,1`);
  const text = ['MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202401', ...rows, ''].join('\n');
  expect(readMonthlyFile(text, 'ward', [], '2026-01')).toMatchObject({
    kind: 'refused',
    because: expect.stringContaining('columns may have changed places'),
  });
});
