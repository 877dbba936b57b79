import { addMonths, lastMonthEndedBy } from '../../lib/calendar/month.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readRecordedBefore } from '../before/before-service.ts';
import { sayBefore } from '../before/say-before.ts';
import { reportArea } from '../reports/find-area-service.ts';
import { publicReports } from '../reports/report-service.ts';
import type { BeforeSaid, UnitHere, WardHere } from './here-model.ts';
import { monthsBefore } from './months-before.ts';

const YEAR = 12;

/**
 * What a ward's page answers to "Were they here?": the last twelve months that were public on a day, whoever asks.
 * @throws NotFound when there is no such ward
 */
export const wardHere = published(
  'ringfence.ward-here',
  async (platform: Platform, { ward, asAt }: { ward: string; asAt: string }): Promise<WardHere> => {
    const { area } = await reportArea(platform.records, { unit: null, ward });
    const to = lastMonthEndedBy(asAt);
    // One more than are shown: so that a March is among them while the latest is not closed.
    const reports = await publicReports(platform, { unit: null, ward, from: addMonths(to, -YEAR), to });
    const months = reports.toReversed();
    const [latest] = months;
    const borough = area.boroughCode;
    const span = latest === undefined ? null : { from: latest.month, to: latest.month };
    const ofBorough =
      span === null || borough === null ? [] : await publicReports(platform, { unit: null, borough, ...span });
    const years = reports.flatMap(({ wardYears }) => wardYears).filter(({ code }) => code === ward);
    return {
      months: months.slice(0, YEAR),
      borough: ofBorough[0] ?? null,
      wardYear: years.at(-1) ?? null,
      before: await saidBefore(platform.records, { unit: area.unit, asAt, boroughCode: borough }),
    };
  },
);

/** What the page of the unit answers to the same: its latest month that was public on a day. */
export const unitHere = published(
  'ringfence.unit-here',
  async (platform: Platform, { unit, asAt }: { unit: string; asAt: string }): Promise<UnitHere> => {
    const to = lastMonthEndedBy(asAt);
    const reports = await publicReports(platform, { unit, from: addMonths(to, -YEAR), to });
    return {
      report: reports.at(-1) ?? null,
      before: await saidBefore(platform.records, { unit, asAt, boroughCode: null }),
    };
  },
);

async function saidBefore(
  records: Records,
  { unit, asAt, boroughCode }: { unit: string; asAt: string; boroughCode: string | null },
): Promise<BeforeSaid | null> {
  const boroughs = await unitBoroughs(records, unit, asAt);
  const before = await readRecordedBefore(records, boroughs);
  if (before === null) return null;
  const to = lastMonthEndedBy(asAt);
  const months = monthsBefore(before, boroughCode).filter(({ month }) => month <= to);
  const name = boroughs.find(({ code }) => code === boroughCode)?.name ?? unit;
  const sentence = sayBefore(name, months);
  return sentence === null ? null : { sentence, synthetic: before.synthetic };
}
