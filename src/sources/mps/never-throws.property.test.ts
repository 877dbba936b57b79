import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalOf } from '../count-reasons.ts';
import { LSOA_CRIME_COUNTS } from '../lsoa-crime-counts/lsoa-crime-counts.ts';
import { MPS_KNIFE } from '../mps-knife/mps-knife.ts';
import { MPS_LSOA } from '../mps-lsoa/mps-lsoa.ts';
import { MPS_VAWG } from '../mps-vawg/mps-vawg.ts';
import type { TextSource } from '../text-source.ts';
import { MPS_BOROUGH, MPS_WARD } from './mps-sources.ts';

const TABLES: [TextSource, header: string, row: string][] = [
  [MPS_WARD, 'MajorText,MinorText,WardCode,LookUp_BoroughName,202401', 'THEFT,SHOPLIFTING,E05013698,Islington,3'],
  [MPS_BOROUGH, 'MajorText,MinorText,BoroughName,202401', 'Theft,Shoplifting,Camden,4'],
  [MPS_LSOA, 'LSOA Code,Major Category,Minor Category,202401', 'E01035651,THEFT,SHOPLIFTING,3'],
  [
    MPS_KNIFE,
    'month_year,area_type,borough_snt,area_name,area_code,crime_type,crime_subtype,measure,count,refresh_date',
    '2024-01-01,Borough,Camden,Camden,E09000007,Knife Crime,Knife Crime,Offences,3,2026-03-18',
  ],
  [
    MPS_VAWG,
    'bcu_location,borough_name,ward_name_clean_2,recorded_date_months,date_committed_from_date_months,count,sheet',
    'Central North,Islington,Arsenal,2024-01-01,2023-12-01,2,Offence count location',
  ],
  [LSOA_CRIME_COUNTS, 'lsoa_code,category,month,crime_count', 'E01035651,Burglary,2024-01,3'],
];

const field = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1.5',
    '1,234',
    '"',
    '=SUM(A1)',
    '9'.repeat(400),
    '__proto__',
    'constructor',
    'toString',
    '2024-02',
    'E05013698',
  ),
  fc.string({ maxLength: 8 }),
);

it.each(TABLES.map(([source, header, row]) => [source.kind, source, header, row] as const))(
  '%s: never throws, and accounts for every row, whatever a field becomes',
  (_, source, header, row) => {
    const change = fc.record({ at: fc.nat(9), to: field });
    fc.assert(
      fc.property(
        fc.array(fc.array(change, { maxLength: 2 }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (rows, cut) => {
          const changed = rows.map((changes) => {
            const fields = row.split(',');
            for (const { at, to } of changes) if (at < fields.length) fields[at] = to;
            return fields.join(',');
          });
          const text = `${[header, row, ...changed].join('\n')}${cut ? '' : '\n'}`;
          const read = source.read(text, { now: '2026-03', held: [], about: null });
          if (read.kind === 'refused') {
            expect(read.because).toMatch(/^(has|names|ends) .*[^.]$/);
            return;
          }
          expect(read.rowsRead).toBe(read.rowsUsed + totalOf(read.refused));
          expect(read.refusedRows).toHaveLength(totalOf(read.refused));
          const values = read.series.flatMap((run) => run.values);
          expect(values.every((value) => value === null || (Number.isSafeInteger(value) && value >= 0))).toBe(true);
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  },
);
