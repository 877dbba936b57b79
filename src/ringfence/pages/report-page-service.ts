import { wardSetAsAt } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { readRecordedBefore } from '../before/before-service.ts';
import type { RecordedBefore } from '../before/model.ts';
import { reportArea } from '../reports/find-area-service.ts';
import type { MonthReport } from '../reports/model.ts';
import { publicReports } from '../reports/report-service.ts';
import { awayMinutesOf } from './hour-parts-of.ts';
import type { MonthTold, ReportAsked, ReportPageModel } from './model.ts';
import { latestBefore, monthsBefore } from './months-before.ts';
import { whyNothingOf } from './why-nothing-of.ts';

const FIRST: Month = '2017-01';

/**
 * The public report page: what was closed, whoever asks. Without a month, the latest that is closed or else the last recorded
 * before the ledger.
 * @throws NotFound where the place or the month has nothing to show
 */
export const loadReportPage = published(
  'ringfence.load-report-page',
  async (platform: Platform, { month: asked, borough, ward }: ReportAsked): Promise<ReportPageModel> => {
    const { records } = platform;
    const today = todayInLondon(platform.now());
    const { area } = await reportArea(records, { unit: null, borough, ward });
    const boroughs = await unitBoroughs(records, area.unit, today);
    const { version } = wardSetAsAt(today);
    const wards = await listAreas(records, { version, boroughCodes: boroughs.map(({ code }) => code) });
    const span = { unit: null, from: FIRST, to: today.slice(0, 7) as Month };
    const reports = await publicReports(platform, { ...span, borough, ward });
    const before = await readRecordedBefore(records, boroughs);
    const boroughCode = area.kind === 'unit' ? null : area.boroughCode;
    const month = monthShown(asked, { reports, before, boroughCode, today, area: area.name });
    const report = reports.find((each) => each.month === month) ?? null;
    return {
      unit: { name: area.unit, boroughs: boroughs.map(({ name }) => name) },
      area: { kind: area.kind, name: area.name, code: area.code },
      boroughs,
      wards: wards.map(({ code, name, boroughName }) => ({
        code,
        name,
        ...(boroughName ? { borough: boroughName } : {}),
      })),
      closed: reports.map((each) => each.month).toReversed(),
      ...{ month, report, before },
      told: reports.filter((each) => month === null || each.month <= month).map(toldOf),
      boroughReport: area.kind === 'ward' ? await boroughReportOf(platform, boroughCode, report) : null,
      wardYear: wardYearOf(reports, area.kind === 'ward' ? area.code : null, month),
    };
  },
);

interface MonthsKnown {
  reports: readonly MonthReport[];
  before: RecordedBefore | null;
  boroughCode: string | null;
  today: string;
  area: string;
}

/** The month that an address asks for, or the one to begin with; null where there is none. */
function monthShown(asked: string | null, { reports, before, boroughCode, today, area }: MonthsKnown): Month | null {
  const earlier = before === null ? [] : monthsBefore(before, boroughCode);
  const known = [...earlier, ...reports].map(({ month }) => month);
  if (asked === null) return reports.at(-1)?.month ?? latestBefore(earlier)?.month ?? null;
  const found = known.find((month) => month === asked);
  if (found !== undefined) return found;
  throw new NotFound(whyNothingOf(asked, { area, today, lastClosed: reports.at(-1)?.month ?? null }), [
    { href: '/ringfence', text: 'The latest month' },
  ]);
}

const toldOf = ({ month, total, complete }: MonthReport): MonthTold => ({
  ...{ month, complete, availableMinutes: total.availableMinutes },
  awayMinutes: awayMinutesOf(total),
});

async function boroughReportOf(
  platform: Platform,
  borough: string | null,
  report: MonthReport | null,
): Promise<MonthReport | null> {
  if (report === null || borough === null) return null;
  const { month } = report;
  return (await publicReports(platform, { unit: null, borough, from: month, to: month }))[0] ?? null;
}

/** Reasons of a ward over the last financial year that has any, by the month shown. */
function wardYearOf(reports: readonly MonthReport[], ward: string | null, month: Month | null) {
  if (ward === null || month === null) return null;
  const years = reports.filter((each) => each.month <= month).flatMap(({ wardYears }) => wardYears);
  return years.findLast(({ code }) => code === ward) ?? null;
}
