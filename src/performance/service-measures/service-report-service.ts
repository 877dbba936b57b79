import { boroughByName } from '../../geography/index.ts';
import { lastMonthEndedBy, type Month, monthRange } from '../../lib/calendar/month.ts';
import { OUTCOME_OFFENCES } from '../../measures/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { asPerformanceArea } from '../areas/name-areas.ts';
import { compareRows } from '../comparison/compare-rows.ts';
import { lastCommonMonth } from '../comparison/last-common-month.ts';
import { rowFigures } from '../comparison/row-figures-service.ts';
import { leastCount } from '../comparison/small-numbers.ts';
import { monthlyFigures } from '../figures/figures-service.ts';
import type { ComparisonRefused, ComparisonRow, MeasureSet, MonthlyFigures, PerformanceArea } from '../model.ts';
import { parsePeriod, periodTo } from '../periods/parse-period.ts';
import { againstPeriod, type Periods } from '../periods/previous-period.ts';
import { sayDifferences } from '../periods/say-differences.ts';
import { attendance } from './attendance.ts';
import { backlog } from './backlog.ts';
import { ASB_CALLS, calls } from './calls.ts';
import { charges, chargesMeasure } from './charges.ts';
import type { ServiceReport } from './model.ts';
import { outcomes } from './outcomes.ts';
import { reportSection } from './report-section.ts';
import { response } from './response.ts';
import { figuresOf, SERVICE_MEASURE_NAMES, type ServiceFigures } from './service-figures.ts';
import { survey } from './survey.ts';

/** What is asked of the service. */
export interface ServiceAsked {
  area: PerformanceArea;
  /** As for the performance table: "2023-24", "rolling12". */
  period: string;
  /** null for the same months a year before. */
  against: string | null;
  /** The vintage everything is read from; null for the one that answers best, measure by measure. */
  vintage?: string | null;
  /** "2026-11-22". */
  asAt: string;
}

/**
 * What is known of the service the police gave in an area, in two periods: attendance, response times, surveys, outcomes,
 * charges, backlogs and calls about anti-social behaviour; what is not held is said with the file that would bring it.
 * @returns refused for periods that cannot be read or overlap
 */
export const serviceReport = published(
  'performance.service-report',
  async (platform: Platform, asked: ServiceAsked): Promise<ServiceReport | ComparisonRefused> => {
    const read = await readPeriods(platform, asked);
    if (read.kind === 'refused') return read;
    const { periods } = read;
    const held = await readFigures(platform, asked, monthsOf(periods));
    const least = leastCount(asked.asAt);
    const compared = compareRows(await countRows(platform, held, periods), periods, least);
    return reportOf(held, { periods, least, compared });
  },
);

function reportOf(
  held: ServiceFigures,
  { periods, least, compared }: { periods: Periods; least: number; compared: readonly ComparisonRow[] },
): ServiceReport {
  return {
    kind: 'report',
    area: held.area,
    periods,
    attendance: reportSection('attendance', attendance(held, periods, least)),
    response: reportSection('response', response(held, periods, least)),
    survey: reportSection('survey', survey(held, periods)),
    outcomes: reportSection('outcomes', outcomes(held, periods, least)),
    charges: reportSection('charges', charges(held, periods, compared)),
    backlog: reportSection('backlog', backlog(held, periods)),
    calls: reportSection('asb-calls', calls(held, compared)),
    lastMonth: lastMonthOf(held.figures),
    remarks: sayDifferences(periods),
  };
}

async function readPeriods(
  platform: Platform,
  asked: ServiceAsked,
): Promise<{ kind: 'periods'; periods: Periods } | ComparisonRefused> {
  const read = parsePeriod(asked.period);
  if (read.kind === 'refused') return read;
  if (read.kind === 'period') return againstPeriod(read.period, asked.against, asked.asAt);
  const { figures } = await readFigures(platform, asked, []);
  const last = lastMonthOf(figures) ?? lastMonthEndedBy(asked.asAt);
  return againstPeriod(periodTo(read.span, last, `${read.span}:${last}`), asked.against, asked.asAt);
}

/** The last month to which there are figures; surveys, which come late, are waited for only where there is nothing else. */
function lastMonthOf(figures: readonly MonthlyFigures[]): Month | null {
  const monthly = figures.filter(({ measure }) => !isOfSurvey(measure));
  return lastCommonMonth(monthly.length > 0 ? monthly : figures);
}

const isOfSurvey = (measure: string): boolean => /^(service-)?survey-/.test(measure);

async function readFigures(
  platform: Platform,
  { area, vintage = null }: ServiceAsked,
  months: ReturnType<typeof monthRange>,
): Promise<ServiceFigures> {
  const parts = partsOf(area);
  const areas = parts.some(({ word }) => word === area.word) ? parts : [area, ...parts];
  const figures = await monthlyFigures(platform, { measures: SERVICE_MEASURE_NAMES, areas, vintage, months });
  if (months.length === 0) return { area, parts, figures };
  // What has none of the months is read whichever months it has, so that the report can say which those are.
  const found = new Set(figures.map(({ measure }) => measure));
  const measures = SERVICE_MEASURE_NAMES.filter((name) => !found.has(name));
  return { area, parts, figures: [...figures, ...(await monthlyFigures(platform, { measures, areas, vintage }))] };
}

/** The boroughs of a unit; any other area is one. */
function partsOf(area: PerformanceArea): PerformanceArea[] {
  if (area.boundaryVersion !== 'boroughs-2022' || area.areaCodes.length === 1) return [area];
  return area.areaCodes.flatMap((code) => {
    const borough = boroughByName(code);
    return borough === null ? [] : asPerformanceArea(borough);
  });
}

/** The rows compared as any counts are: charges by offence, and calls about anti-social behaviour. */
function countRows(platform: Platform, held: ServiceFigures, periods: Periods) {
  const rows = COUNTED.groups.flatMap((group) => group.rows);
  const own = rows.map(({ measure }) => figuresOf(held, measure)).filter((each) => each !== null);
  return rowFigures(platform, COUNTED, { area: held.area, own, periods, because: new Map() });
}

const COUNTED: MeasureSet = {
  ...{ name: 'service', title: 'Service', version: 1, from: '2024-07-18', source: 'Wardroom' },
  groups: [
    {
      title: 'Charges',
      rows: OUTCOME_OFFENCES.map(({ slug, title }) => ({ measure: chargesMeasure(slug), printed: title })),
    },
    { title: 'Calls', rows: [{ measure: ASB_CALLS, printed: 'Calls about anti-social behaviour' }] },
  ],
};

const monthsOf = ({ current, previous }: Periods) => [
  ...monthRange(previous.from, previous.to),
  ...monthRange(current.from, current.to),
];
