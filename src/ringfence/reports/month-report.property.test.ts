import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ORDERED_BY, POST_CLASSES } from '../model.ts';
import { PERMITTED_DEFAULT } from '../policy/permitted-default.ts';
import { REASONS } from '../reasons.ts';
import type { Minutes } from './model.ts';
import { monthReport, type WardLine, yearOf } from './month-report.ts';
import type { WardPromise } from './promises-of.ts';
import { sumOfTallies } from './tally-of.ts';

const ward = fc.constantFrom(
  { wardCode: 'W1', boroughCode: 'B1' },
  { wardCode: 'W2', boroughCode: 'B1' },
  { wardCode: 'W3', boroughCode: 'B2' },
);
const ACCOUNTS = ['exception', 'permitted', 'breach', 'unruled', 'rest-day', 'overtime'] as const;
const rest = { minutes: fc.integer({ min: 1, max: 9000 }), postClass: fc.constantFrom(...POST_CLASSES) };
const kept = fc.record({
  ...{ account: fc.constantFrom('confirmed' as const, 'presumed' as const, 'leave' as const), ...rest },
  ...{ reason: fc.constant('' as const), orderedBy: fc.constant('' as const), late: fc.constant(false) },
});
const away = fc.record({
  ...{ account: fc.constantFrom(...ACCOUNTS), ...rest, late: fc.boolean() },
  reason: fc.constantFrom(...REASONS.map(({ reason }) => reason)),
  orderedBy: fc.constantFrom('' as const, ...ORDERED_BY),
});
const lines = fc.array(
  fc.tuple(ward, fc.oneof(kept, away)).map(([where, line]): WardLine => ({ ...where, ...line })),
  { maxLength: 40 },
);
const promises = fc
  .array(
    fc.tuple(
      ward,
      fc.constantFrom(...POST_CLASSES),
      fc.integer({ min: 0, max: 30_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    { maxLength: 8 },
  )
  .map((rows) => [
    ...new Map(
      rows.map(([where, postClass, promisedMinutes, share]): [string, WardPromise] => [
        `${where.wardCode}/${postClass}`,
        {
          ...{ ...where, boundaryVersion: 'wards-2022', postClass, promisedMinutes },
          vacancyMinutes: Math.floor(promisedMinutes * share),
        },
      ]),
    ).values(),
  ]);

const reportOf = (given: { lines: WardLine[]; promises: WardPromise[] }) =>
  monthReport(
    { unit: 'Central North', kind: 'unit', code: null, name: 'Central North', boroughCode: null },
    {
      ...{ month: '2026-10', policy: PERMITTED_DEFAULT, names: new Map(), over: true, synthetic: false },
      ...{ ...given, yearSoFar: yearOf(new Map(), '2026-04', '2026-10') },
    },
  );

function addsUp(row: Minutes): void {
  const six = row.confirmedMinutes + row.presumedMinutes + row.exceptionMinutes + row.permittedMinutes;
  expect(row.availableMinutes).toBe(six + row.breachMinutes + row.unruledMinutes);
  expect(row.promisedMinutes).toBe(
    row.vacancyMinutes + (row.leaveMinutes ?? 0) + row.availableMinutes + (row.unrosteredMinutes ?? 0),
  );
  expect(row.offDutyMinutes).toBe((row.leaveMinutes ?? 0) + (row.unrosteredMinutes ?? 0));
  expect(row.literalBreachMinutes).toBeLessThanOrEqual(row.availableMinutes);
  expect(row.lateMinutes).toBeLessThanOrEqual(row.exceptionMinutes);
}

test('every row adds up, and wards to boroughs, classes and the whole', () => {
  fc.assert(
    fc.property(lines, promises, (given, promised) => {
      const report = reportOf({ lines: given, promises: promised });
      for (const row of [...report.wards, ...report.boroughs, report.total]) addsUp(row);
      const { boroughs, classes, wards, total } = report;
      for (const parts of [wards, boroughs]) expect(sumOfTallies(parts)).toEqual(total);
      for (const figure of ['availableMinutes', 'breachMinutes'] as const)
        expect(classes.reduce((sum, row) => sum + row[figure], 0)).toBe(total[figure]);
      for (const { code, ...row } of boroughs) {
        const own = sumOfTallies(wards.filter(({ boroughCode }) => boroughCode === code));
        expect(row).toMatchObject(own);
      }
      const of = (accounts: readonly string[]) =>
        given.reduce((sum, { account, minutes }) => sum + (accounts.includes(account) ? minutes : 0), 0);
      expect(total.availableMinutes).toBe(of(['confirmed', 'presumed', 'exception', 'permitted', 'breach', 'unruled']));
      expect(total.byReason.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(of(ACCOUNTS));
      expect(total.byOrder.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(of(ACCOUNTS));
      expect(total.promisedMinutes).toBe(promised.reduce((sum, { promisedMinutes }) => sum + promisedMinutes, 0));
    }),
  );
});
