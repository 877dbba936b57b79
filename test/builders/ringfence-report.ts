import type { Minutes, MonthReport, Tally, WardRow } from '../../src/ringfence/reports/model.ts';

const PARTS = [
  'confirmedMinutes',
  'presumedMinutes',
  'exceptionMinutes',
  'permittedMinutes',
  'breachMinutes',
  'unruledMinutes',
] as const;

/** Minutes that add up: rostered is the sum of its parts, and what is promised is rostered unless it is said otherwise. */
export function minutesOf(given: Partial<Minutes> = {}): Minutes {
  const availableMinutes = PARTS.reduce((sum, part) => sum + (given[part] ?? 0), 0);
  const { vacancyMinutes = 0, leaveMinutes = 0 } = given;
  const promisedMinutes = given.promisedMinutes ?? availableMinutes + vacancyMinutes + (leaveMinutes ?? 0);
  const offDutyMinutes = promisedMinutes - vacancyMinutes - availableMinutes;
  return {
    ...{ promisedMinutes, vacancyMinutes, leaveMinutes, availableMinutes },
    ...{ confirmedMinutes: 0, presumedMinutes: 0, exceptionMinutes: 0, permittedMinutes: 0, breachMinutes: 0 },
    ...{ unruledMinutes: 0, restDayMinutes: 0, overtimeMinutes: 0, lateMinutes: 0, literalBreachMinutes: 0 },
    ...given,
    offDutyMinutes,
    unrosteredMinutes: leaveMinutes === null ? null : offDutyMinutes - leaveMinutes,
  };
}

export function tallyOfMinutes(given: Partial<Tally> = {}): Tally {
  const minutes = minutesOf(given);
  const { availableMinutes: all } = minutes;
  const away = minutes.exceptionMinutes + minutes.permittedMinutes + minutes.breachMinutes + minutes.unruledMinutes;
  return {
    ...minutes,
    awayShare: all === 0 ? null : away / all,
    breachShare: all === 0 ? null : minutes.breachMinutes / all,
    byReason: given.byReason ?? [],
    byOrder: given.byOrder ?? [],
  };
}

export function wardRowOf(given: Partial<WardRow> = {}): WardRow {
  return {
    ...{
      code: 'E05013661',
      name: 'Kilburn',
      boroughCode: 'E09000007',
      postClass: 'floor',
      classes: ['floor'],
      officers: 3,
    },
    ...given,
    ...tallyOfMinutes(given),
  };
}

/** The public report of October 2026: two wards of Camden, one of them told alone. */
export function monthReportOf(given: Partial<MonthReport> = {}): MonthReport {
  const wards = given.wards ?? [
    wardRowOf({
      promisedMinutes: 60_000,
      vacancyMinutes: 6_000,
      leaveMinutes: 9_000,
      confirmedMinutes: 33_000,
      presumedMinutes: 6_000,
      breachMinutes: 2_400,
      permittedMinutes: 1_200,
    }),
  ];
  const total = given.total ?? tallyOfMinutes(wards[0]);
  return {
    ...{ area: 'Central North', areaKind: 'unit', areaCode: null, unit: 'Central North', month: '2026-10' },
    policy: { title: 'Training and own-case court permitted', version: 0, inForceFrom: '2017-01-01' },
    ...{ complete: true, completeness: 'Complete: at least 80 % of the time promised is accounted for.' },
    ...{ wards, together: [], boroughs: [], classes: [], total },
    yearSoFar: { from: '2026-04', to: '2026-10', months: 7, ofMonths: 7, ...total },
    wardYears: [],
    published: { revision: 1, closedAt: '2026-11-15T03:00:00.000Z', figuresAsOf: '2026-11-15', hash: 'a'.repeat(64) },
    synthetic: false,
    ...given,
  };
}
