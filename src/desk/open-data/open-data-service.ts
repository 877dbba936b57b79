import type { AdoptedPlan } from '../../allocation/index.ts';
import { findPlan, listPlans, planInForce } from '../../allocation/service.ts';
import { demandIndex, requireUnit } from '../../demand/service.ts';
import type { Area, BoundaryVersion } from '../../geography/index.ts';
import { listAreas } from '../../geography/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { OpenTable } from '../../lib/tables/index.ts';
import {
  completenessTable,
  type MeasureHeld,
  measuresTable,
  publishableSets,
  seriesTable,
} from '../../measures/index.ts';
import { availableMeasures, measuresHeld, partsHeld, readSeries, realFiguresHeld } from '../../measures/service.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { givenOutSeries } from '../../performance/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { MonthReport } from '../../ringfence/index.ts';
import { publicMonths, publicReports } from '../../ringfence/service.ts';
import { listImports } from '../../sources/service.ts';
import { areasTable } from './areas-table.ts';
import { decisionTables } from './decision-tables.ts';
import { demandTables } from './demand-tables.ts';
import { importsRowsTable, importsTable } from './imports-tables.ts';
import type { LoadedTable, OfferedTable, OpenDataPageModel, TableGroup } from './model.ts';
import { planTables } from './plan-tables.ts';
import { ringFenceTables } from './ring-fence-tables.ts';

/** Sets of areas of which figures are given out; LSOAs are not, for they are too many and too small. */
const SETS = ['boroughs-2022', 'wards-2022', 'wards-2014', 'police-forces'] as const;
const SERIES = 'series-';

interface Scope {
  platform: Platform;
  records: Records;
  now: Platform['now'];
  /** The unit and its day. */
  unit: string;
  today: string;
  boroughs: string[];
  areas: Map<BoundaryVersion, Area[]>;
  measures: MeasureHeld[];
}

/** Every table that is given out, without its rows. */
export const offeredTables = published('desk.offered-tables', async (platform: Platform): Promise<OfferedTable[]> => {
  const scope = await readScope(platform);
  return [...(await smallTables(scope)).map(offered), ...(await seriesOffered(scope))].toSorted(byGroup);
});

/** What the page of open data shows. */
export const loadOpenDataPage = published(
  'desk.load-open-data-page',
  async (platform: Platform): Promise<OpenDataPageModel> => {
    const { unit, boroughs } = await readScope(platform);
    return {
      unit: { name: unit, boroughs },
      tables: await offeredTables(platform),
      synthetic: !(await realFiguresHeld(platform.records)),
    };
  },
);

/** Every table that is given out, with its rows. */
export const loadTables = published('desk.load-tables', async (platform: Platform): Promise<LoadedTable[]> => {
  const scope = await readScope(platform);
  const measures = await measuresOffered(scope);
  const series = await seriesTables(scope, measures);
  return [...(await smallTables(scope)), ...series].toSorted(byGroup);
});

/** The table of a name, with its rows; null when none of that name is given out. */
export const loadTable = published(
  'desk.load-table',
  async (platform: Platform, name: string): Promise<OpenTable | null> => {
    const scope = await readScope(platform);
    if (!name.startsWith(SERIES))
      return (await smallTables(scope)).find(({ table }) => table.name === name)?.table ?? null;
    const measures = (await measuresOffered(scope)).filter((measure) => `${SERIES}${measure.name}` === name);
    return (await seriesTables(scope, measures))[0]?.table ?? null;
  },
);

async function readScope(platform: Platform): Promise<Scope> {
  const { records, now } = platform;
  const today = todayInLondon(now());
  const unit = await requireUnit(records, null);
  const boroughs = await unitBoroughs(records, unit, today);
  const boroughCodes = boroughs.map(({ code }) => code);
  const areas = new Map<BoundaryVersion, Area[]>();
  for (const version of SETS) {
    const all = await listAreas(records, version === 'police-forces' ? { version } : { version, boroughCodes });
    areas.set(version, all);
  }
  const measures = await measuresHeld(records);
  return { platform, records, now, unit, today, boroughs: boroughs.map(({ name }) => name), areas, measures };
}

/** All tables but the series, with their rows: they are short. */
async function smallTables(scope: Scope): Promise<LoadedTable[]> {
  const { platform, records, unit, today, areas, measures } = scope;
  const imports = await listImports(records);
  const demand = await demandIndex(records, { unit, asAt: today });
  const plan = await planInForce(records, unit, today);
  const inGroup = (group: TableGroup, tables: OpenTable[]): LoadedTable[] =>
    tables.map((table) => ({ group, name: table.name, title: table.title, description: table.description, table }));
  return [
    ...inGroup('Places and measures', [areasTable([...areas.values()].flat(), today), measuresTable(measures, today)]),
    ...inGroup('Provenance', [
      importsTable(imports, today),
      importsRowsTable(imports, today),
      completenessTable(await partsHeld(records), today),
    ]),
    ...inGroup('Ring-fence', ringFenceTables(await closedReports(platform, unit), today)),
    ...inGroup('Demand and officers', [
      ...(demand.kind === 'index' ? demandTables(demand, today) : []),
      ...(plan === null ? [] : planTables(plan, today)),
      ...decisionTables(await publishedPlans(records, unit), plan?.id ?? null, today),
    ]),
  ];
}

/** Every month that is public of the ring-fence, in order: the same for everybody. */
async function closedReports(platform: Platform, unit: string): Promise<MonthReport[]> {
  const months = await publicMonths(platform, unit);
  const [from, to] = [months[0], months.at(-1)];
  return from === undefined || to === undefined ? [] : publicReports(platform, { unit, from, to });
}

/** Every published plan, withdrawn or not, with what it kept of its decision. */
async function publishedPlans(records: Records, unit: string): Promise<AdoptedPlan[]> {
  const plans: AdoptedPlan[] = [];
  for (const { id } of await listPlans(records, unit)) {
    const found = await findPlan(records, id);
    if (found !== null) plans.push(found);
  }
  return plans;
}

/** Measures of which some area that is given out has figures. */
async function measuresOffered({ records, areas, measures }: Scope): Promise<MeasureHeld[]> {
  const names = new Set<string>();
  for (const [boundaryVersion, ofSet] of areas) {
    const areaCodes = ofSet.map(({ code }) => code);
    for (const { measure } of await availableMeasures(records, { areaCodes, boundaryVersion }))
      if (publishableSets(measure).includes(boundaryVersion)) names.add(measure.name);
  }
  return measures.filter(({ name }) => names.has(name));
}

async function seriesOffered(scope: Scope): Promise<OfferedTable[]> {
  return (await measuresOffered(scope)).map(({ name, title, definition }) => ({
    group: 'Figures',
    name: `${SERIES}${name}`,
    title,
    description: definition,
  }));
}

/** One table a measure, every set of areas read once for all of them. */
async function seriesTables(
  { records, now, areas, today }: Scope,
  measures: readonly MeasureHeld[],
): Promise<LoadedTable[]> {
  const read = new Map(measures.map(({ name }) => [name, [] as Awaited<ReturnType<typeof readSeries>>]));
  for (const [boundaryVersion, ofSet] of areas) {
    const names = measures.filter((each) => publishableSets(each).includes(boundaryVersion)).map(({ name }) => name);
    const areaCodes = ofSet.map(({ code }) => code);
    const series = await readSeries(records, { boundaryVersion, areaCodes, measures: names });
    for (const each of await givenOutSeries({ records, now }, series)) read.get(each.measure)?.push(each);
  }
  const named = [...areas.values()].flat();
  return measures.map((measure) => {
    const name = `${SERIES}${measure.name}`;
    const series = read.get(measure.name) ?? [];
    const table = seriesTable({ name, measure, series, areas: named, made: today });
    return { group: 'Figures', name, title: table.title, description: measure.definition, table };
  });
}

const offered = ({ group, name, title, description }: LoadedTable): OfferedTable => ({
  group,
  name,
  title,
  description,
});

const GROUPS: TableGroup[] = ['Places and measures', 'Figures', 'Demand and officers', 'Ring-fence', 'Provenance'];
const byGroup = (a: OfferedTable, b: OfferedTable): number => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group);
