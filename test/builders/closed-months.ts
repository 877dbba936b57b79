import { sql } from 'kysely';
import { referenceAreas } from '../../src/geography/index.ts';
import type { Month } from '../../src/lib/calendar/month.ts';
import type { Records } from '../../src/platform/database/index.ts';
import type { PublicGroup, PublicMonth } from '../../src/ringfence/closing/model.ts';
import type { Minutes, ReasonMinutes } from '../../src/ringfence/reports/model.ts';
import { sumOfTallies, tallyFrom } from '../../src/ringfence/reports/tally-of.ts';
import { minutesOf } from './ringfence-report.ts';

const WARDS = new Map(referenceAreas('wards-2022').map((area) => [area.code, area]));

/** Officers of some wards whose minutes are public as one sum. */
export function publicGroupOf(codes: readonly string[], minutes: Partial<Minutes>, officers = 3): PublicGroup {
  const cells = codes.map((code) => {
    const ward = WARDS.get(code);
    return { code, name: ward?.name ?? code, boroughCode: ward?.boroughCode ?? '', postClass: 'floor' as const };
  });
  const boroughs = [...new Set(cells.map((cell) => cell.boroughCode))];
  return {
    cells,
    boroughCode: boroughs.length === 1 ? (boroughs[0] ?? null) : null,
    officers,
    asOf: '2026-11-10',
    through: 0,
    minutes: minutesOf(minutes),
  };
}

/** A month of Central North as it was closed. */
export function publicMonthOf(month: Month, groups: PublicGroup[], given: Partial<PublicMonth> = {}): PublicMonth {
  return {
    format: 'wardroom-ringfence-month-1',
    ...{ unit: 'Central North', month, asOf: '2026-11-10', through: 0 },
    policy: {
      title: 'Training and own-case court permitted',
      version: 0,
      inForceFrom: '2017-01-01',
      presumedShare: 0.2,
    },
    groups,
    whole: areaToldOf(groups),
    reasons: [...new Set(groups.map(({ boroughCode }) => boroughCode))].flatMap((boroughCode) =>
      boroughCode === null ? [] : [reasonsOf(boroughCode, groups)],
    ),
    ...{ wardYears: [], leavesOut: false, synthetic: false },
    ...given,
  };
}

/** Leave and the literal reading of an area are those of its groups, and classes are not told apart. */
function areaToldOf(groups: readonly PublicGroup[]): PublicMonth['whole'] {
  const { leaveMinutes, literalBreachMinutes } = sumOfTallies(groups.map(({ minutes }) => tallyFrom(minutes, [], [])));
  return { leaveMinutes, literalBreachMinutes, classes: [] };
}

/** Everything permitted is training, and every breach the filling of a gap by the duty inspector's order. */
function reasonsOf(boroughCode: string, groups: readonly PublicGroup[]): PublicMonth['reasons'][number] {
  const own = groups.filter((group) => group.boroughCode === boroughCode);
  const sum = (of: 'permittedMinutes' | 'breachMinutes' | 'exceptionMinutes') =>
    own.reduce((total, { minutes }) => total + minutes[of], 0);
  const all: ReasonMinutes[] = [
    { reason: 'staffing-up', ruling: 'breach', minutes: sum('breachMinutes') },
    { reason: 'event', ruling: 'exception', minutes: sum('exceptionMinutes') },
    { reason: 'training', ruling: 'permitted', minutes: sum('permittedMinutes') },
  ];
  const byReason = all.filter(({ minutes }) => minutes > 0);
  return {
    boroughCode,
    ...areaToldOf(own),
    name: referenceAreas('boroughs-2022').find(({ code }) => code === boroughCode)?.name ?? boroughCode,
    byReason,
    byOrder: byReason.map(({ ruling, minutes }) => ({
      orderedBy: ruling === 'permitted' ? 'training-unit' : 'duty-inspector',
      ruling,
      minutes,
    })),
  };
}

/** Puts months away as they are when they are closed, by Wardroom's own handle. */
export async function keepClosedMonths(system: Records, months: readonly PublicMonth[]): Promise<void> {
  for (const report of months)
    await sql`insert into ringfence.closed_month (unit, month, revision, report, hash, synthetic, closed_at)
      values (${report.unit}, ${`${report.month}-01`}::date, 1, ${JSON.stringify(report)}::jsonb, ${'ab'.repeat(32)},
        ${report.synthetic}, '2026-11-10T02:00:00Z')`.execute(system);
}
