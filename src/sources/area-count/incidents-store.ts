import { z } from 'zod';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { fromE7 } from '../../lib/spatial/index.ts';
import type { Lake } from '../../platform/lake/index.ts';
import type { CountedIncidents } from './counted-area.ts';
import type { CountedSource, LakeFile } from './model.ts';
import type { Box, Points, PointsOfAreas } from './points-inside.ts';

const monthCheck = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const texts = z.array(z.string());
const numbers = z.array(z.number());

/** What each kind of incident is counted by, and what says that two rows are one incident: the columns' names. */
const COLUMNS: Record<CountedSource, { type: string; id: string }> = {
  street: { type: 'crime_type', id: "nullif(trim(crime_id), '')" },
  'stop-and-search': { type: "coalesce(object_group, 'not recorded')", id: 'null::varchar' },
};
const UNITS = 1e7;
/** The same rounding as when incidents are placed in wards. */
const E7 = (column: string): string => `round(${column} * ${UNITS})::integer`;
const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/**
 * Makes the view `incident`: the place of its file among those given, the import, month, force, type, the incident's own
 * number where it has one, longitude and latitude.
 */
export async function openIncidents(
  lake: Lake,
  source: CountedSource,
  files: readonly (Pick<LakeFile, 'importId'> & { absolute: string })[],
): Promise<void> {
  const { type, id } = COLUMNS[source];
  const rows = files.map(({ absolute, importId }, at) => `(${at}, ${quoted(absolute)}, ${importId})`).join(', ');
  await lake.query(`create table lake_file as select * from (values ${rows}) as listed(position, path, import_id)`);
  await lake.query(`
    create view incident as
    select lake_file.position as file, import_id, month, force, ${type} as type, ${id} as id, longitude, latitude
    from read_parquet([${files.map(({ absolute }) => quoted(absolute)).join(', ')}], filename = true, union_by_name = true) as read
    join lake_file on lake_file.path = read.filename`);
}

/** Incidents of each type in each file, by the file's place. */
export async function readTypes(lake: Lake): Promise<Map<number, Map<string, number>>> {
  const found = z.object({ file: numbers, type: texts, incidents: numbers }).parse({
    ...{ file: [], type: [], incidents: [] },
    ...(await lake.columns(
      'select file, type, count(*)::integer as incidents from incident group by all order by all',
    )),
  });
  const types = new Map<number, Map<string, number>>();
  found.file.forEach((file, at) => {
    const ofFile = types.get(file) ?? new Map<string, number>();
    types.set(file, ofFile.set(found.type[at] as string, found.incidents[at] as number));
  });
  return types;
}

/** The different points of each import and force in a box. */
export async function readPoints(lake: Lake, box: Box): Promise<{ importId: number; force: string; points: Points }[]> {
  const {
    import_id = [],
    force = [],
    x = [],
    y = [],
  } = await lake.columns(`
    select distinct import_id, force, ${E7('longitude')} as x, ${E7('latitude')} as y from incident
    where ${within(box)} order by import_id, force`);
  const [imports, forces] = [numbers.parse(import_id), texts.parse(force)];
  const [xs, ys] = [Int32Array.from(x, Number), Int32Array.from(y, Number)];
  const found: { importId: number; force: string; points: Points }[] = [];
  for (let start = 0; start < imports.length; ) {
    let end = start;
    while (imports[end] === imports[start] && forces[end] === forces[start] && end < imports.length) end += 1;
    const points = { x: xs.subarray(start, end), y: ys.subarray(start, end) };
    found.push({ importId: imports[start] as number, force: forces[start] as string, points });
    start = end;
  }
  return found;
}

/** A unit wider on each side than the points it is for, which are rounded to units. */
function within({ west, south, east, north }: Box): string {
  return `longitude between ${fromE7(west - 1)} and ${fromE7(east + 1)}
    and latitude between ${fromE7(south - 1)} and ${fromE7(north + 1)}`;
}

/** Which types are counted of which files, for areas that are counted alike. */
export interface UsedFiles {
  /** The files' places. */
  files: readonly number[];
  type: string;
}

/** Makes the table `used`: for each group of areas, the files and types counted, and whether several hold them. */
export async function writeUsed(lake: Lake, groups: readonly (readonly UsedFiles[])[]): Promise<void> {
  const rows = groups.flatMap((used, group) =>
    used.flatMap(({ files, type }) => files.map((file) => ({ group, file, type, rivals: files.length > 1 ? 1 : 0 }))),
  );
  await lake.query('create table used (area_group integer, file integer, type varchar, rivals integer)');
  await lake.append('used', [
    { type: 'integer', values: Int32Array.from(rows, ({ group }) => group) },
    { type: 'integer', values: Int32Array.from(rows, ({ file }) => file) },
    { type: 'varchar', values: rows.map(({ type }) => type) },
    { type: 'integer', values: Int32Array.from(rows, ({ rivals }) => rivals) },
  ]);
}

const countedColumns = z.object({
  area: numbers,
  month: z.array(monthCheck),
  force: texts,
  type: texts,
  incidents: numbers,
});

/**
 * Counts the incidents that lie on points of areas, of the files and types `used`. Where several files of a vintage hold
 * a type of a month, an incident with a number counts once, as the file imported last has it; of those without one, the
 * file with most of them on a point counts there.
 * @param points each with the place of its area; a point may be in several areas, and counts in each
 * @param groupOf the group of each area
 */
export async function countOnPoints(
  lake: Lake,
  points: PointsOfAreas,
  box: Box,
  groupOf: readonly number[],
): Promise<{ found: CountedIncidents[]; snapPoints: Map<number, number> }> {
  await lake.query('create table inside (area integer, area_group integer, x integer, y integer)');
  await lake.append('inside', [
    { type: 'integer', values: points.area },
    { type: 'integer', values: points.area.map((area) => groupOf[area] ?? 0) },
    { type: 'integer', values: points.x },
    { type: 'integer', values: points.y },
  ]);
  const hits = `
    from (select *, ${E7('longitude')} as x, ${E7('latitude')} as y from incident where ${within(box)}) as incident
    join inside using (x, y) join used using (area_group, file, type)`;
  await lake.query(`
    create table counted as
    select area, month, force, type, x, y, count(*)::integer as incidents ${hits} where rivals = 0 group by all
    union all
    select area, month, force, type, x, y, count(*)::integer as incidents from (${once(`select area, x, y, import_id, month, force, type, id ${hits} where rivals = 1`)}) group by all`);
  const found = countedColumns.parse(
    await columnsOf(
      lake,
      ['area', 'month', 'force', 'type', 'incidents'],
      `
      select area, month, force, type, sum(incidents)::integer as incidents from counted group by all order by all`,
    ),
  );
  const onPoints = z
    .object({ area: numbers, points: numbers })
    .parse(
      await columnsOf(
        lake,
        ['area', 'points'],
        'select area, count(distinct (x, y))::integer as points from counted group by area',
      ),
    );
  return {
    found: found.area.map((area, at) => ({
      area,
      month: found.month[at] as Month,
      force: found.force[at] as string,
      type: found.type[at] as string,
      incidents: found.incidents[at] as number,
    })),
    snapPoints: new Map(onPoints.area.map((area, at) => [area, onPoints.points[at] as number])),
  };
}

/** A result without rows names no columns. */
async function columnsOf(lake: Lake, names: readonly string[], sql: string): Promise<Record<string, unknown>> {
  return { ...Object.fromEntries(names.map((name) => [name, []])), ...(await lake.columns(sql)) };
}

/** Leaves out what a file of the same vintage holds too: rows need area, month, force, type, id, x, y and import_id. */
function once(rows: string): string {
  return `
    select * exclude (ofImport) from (
      select *, case when id is null then count(*) over (partition by area, month, force, type, x, y, import_id, id is null) end
        as ofImport from (${rows}))
    qualify case when id is not null
      then import_id = max(import_id) over (partition by area, month, force, type, id)
      else import_id = arg_max(import_id, ofImport * 1e9 + import_id)
        over (partition by area, month, force, type, x, y, id is null) end`;
}

/** Incidents without a location by month, of the files and types used by any group; each once. */
export async function countUnlocated(lake: Lake): Promise<{ month: Month; incidents: number }[]> {
  const rows = await lake.query(`
    select month, count(*)::integer as incidents from (${once(`
      select 0 as area, 0 as x, 0 as y, import_id, month, force, type, id from incident
      semi join used using (file, type) where longitude is null`)})
    group by month order by month`);
  return z.array(z.object({ month: monthCheck, incidents: z.number() })).parse(rows);
}
