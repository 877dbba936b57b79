import { join } from 'node:path';
import { type Month, monthRange } from '../../lib/calendar/month.ts';
import { toE7 } from '../../lib/spatial/index.ts';
import { slug } from '../../measures/index.ts';
import { type Lake, openLake } from '../../platform/lake/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { openStaging } from '../engine/folders-importer.ts';
import { type ChosenFiles, chooseLakeFiles } from './choose-lake-files.ts';
import { type CountedIncidents, countedArea } from './counted-area.ts';
import { countOnPoints, countUnlocated, openIncidents, readPoints, readTypes } from './incidents-store.ts';
import { readLakeFiles } from './lake-files-store.ts';
import type { AreaCount, AreaCountAnswer, AreaCountQuestion, DrawnArea, LakeFile, RefusedCount } from './model.ts';
import { countNotes } from './notes.ts';
import { type Box, boxAround, type Points, pointsInside, pointsWithin, type Shape, shapeOf } from './points-inside.ts';
import { sideMetres, snapSpacingMetres } from './snap-spacing.ts';

/** Larger areas hold many points, so the distance between points is not measured for them. */
const SMALL_SIDE_METRES = 500;
/** Ground around a small area in which the distance between points is measured: about a kilometre. */
const AROUND = toE7(0.01);

/**
 * Counts the incidents of the lake inside drawn areas, by month and type, each area apart. A point counts when it is
 * inside an area or on its edge, by the exact arithmetic that places incidents in wards. Each month of each force comes
 * from one file of one vintage: the latest that holds it.
 */
export async function countInAreas(platform: Platform, question: AreaCountQuestion): Promise<AreaCountAnswer> {
  const { source, from, to, vintage } = question;
  const held = await readLakeFiles(platform.records, source);
  const chosen = chooseLakeFiles(
    held.filter(
      (file) =>
        (vintage === null || file.vintage === vintage) &&
        (from === null || file.month >= from) &&
        (to === null || file.month <= to),
    ),
  );
  const months = chosen.files.map(({ month }) => month).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return { kind: 'refused', ...nothingHeld(question, held) };
  const staging = await openStaging(platform.dataFolder);
  try {
    const lake = await openLake(staging.path);
    try {
      const paths = chosen.files.map(({ path }) => join(platform.dataFolder, path));
      await openIncidents(lake, source, paths);
      return await countFrom(lake, { ...question, from: from ?? first, to: to ?? last }, chosen);
    } finally {
      await lake.close();
    }
  } finally {
    await staging.remove();
  }
}

type Because = Pick<RefusedCount, 'because' | 'about'>;

function nothingHeld({ source, vintage }: AreaCountQuestion, held: readonly LakeFile[]): Because {
  const what = source === 'street' ? 'street-level crimes' : 'stops and searches';
  if (held.length === 0)
    return {
      because: `No ${what} are held: import a data.police.uk archive that has them first.`,
      about: 'source',
    };
  const vintages = [...new Set(held.map((file) => file.vintage))];
  if (vintage !== null && !vintages.includes(vintage)) {
    const known = vintages.map((each) => `"${each}"`).join(' or ');
    return { because: `No vintage "${vintage}" holds ${what}: give ${known}.`, about: 'vintage' };
  }
  const months = held.map(({ month }) => month).sort();
  return {
    because: `No ${what} are held of these months: give months from ${months[0]} to ${months.at(-1)}.`,
    about: 'months',
  };
}

type Settled = AreaCountQuestion & { from: Month; to: Month };

async function countFrom(lake: Lake, question: Settled, chosen: ChosenFiles): Promise<AreaCountAnswer> {
  const { source, from, to, type } = question;
  const types = type === null ? null : await meantTypes(lake, type);
  if (types !== null && 'because' in types) return { kind: 'refused', because: types.because, about: 'type' };
  const shapes = question.areas.map((area) => ({ area, ...shapeOf(area) }));
  const box = widened(boxAround(shapes.map((shape) => shape.box)));
  const points = await readPoints(lake, box);
  const inside = pointsInside(shapes, points);
  const found = byArea(await countOnPoints(lake, inside, box, types), shapes.length);
  const held = heldMonths(chosen.files);
  const range = monthRange(from, to);
  const areas = shapes.map((shape, at) =>
    countedArea(
      shape.area.name,
      found[at] ?? [],
      { range, held },
      { snapPoints: inside.counts[at] ?? 0, ...sizeOf(shape, points) },
    ),
  );
  const unlocated = await countUnlocated(lake, types);
  const missing = [...held].map(([force, has]) => ({ force, months: range.filter((month) => !has.has(month)) }));
  return {
    kind: 'counted',
    source,
    from,
    to,
    type,
    areas,
    vintages: vintagesOf(chosen.files),
    missing: missing.filter(({ months }) => months.length > 0),
    unlocated,
    notes: countNotes({ source, unlocated }, chosen),
  };
}

async function meantTypes(lake: Lake, asked: string): Promise<string[] | { because: string }> {
  const types = await readTypes(lake);
  const meant = types.filter((type) => slug(type) === slug(asked));
  return meant.length > 0
    ? meant
    : { because: `There is no type "${asked}" in these months: give ${types.join(', ')}.` };
}

function sizeOf({ area, box }: Shape & { area: DrawnArea }, points: Points) {
  const side = sideMetres(area.polygons);
  const spacing = side < SMALL_SIDE_METRES ? snapSpacingMetres(pointsWithin(points, widened(box))) : null;
  return { sideMetres: side, spacingMetres: spacing };
}

function widened({ west, south, east, north }: Box): Box {
  return { west: west - AROUND, south: south - AROUND, east: east + AROUND, north: north + AROUND };
}

function byArea(found: readonly CountedIncidents[], areas: number): CountedIncidents[][] {
  const apart: CountedIncidents[][] = Array.from({ length: areas }, () => []);
  for (const each of found) apart[each.area]?.push(each);
  return apart;
}

function heldMonths(files: readonly LakeFile[]): Map<string, Set<Month>> {
  const held = new Map<string, Set<Month>>();
  for (const { force, month } of files) held.set(force, (held.get(force) ?? new Set<Month>()).add(month));
  return held;
}

function vintagesOf(files: readonly LakeFile[]): AreaCount['vintages'] {
  const byVintage = new Map<string, AreaCount['vintages'][number]>();
  for (const { vintage, force, month, rows, file } of files) {
    const key = `${vintage}\n${force}`;
    const before = byVintage.get(key) ?? { vintage, force, months: [], incidents: 0, files: [] };
    byVintage.set(key, {
      ...before,
      months: [...before.months, month],
      incidents: before.incidents + rows,
      files: [...new Set([...before.files, file])],
    });
  }
  return [...byVintage.values()];
}
