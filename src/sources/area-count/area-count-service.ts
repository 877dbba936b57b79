import { join } from 'node:path';
import { type BoundaryVersion, boundarySet } from '../../geography/index.ts';
import { boundaryVersionsHeld, wardIndex } from '../../geography/service.ts';
import { type Month, monthRange } from '../../lib/calendar/month.ts';
import { locateAll, toE7 } from '../../lib/spatial/index.ts';
import { slug } from '../../measures/index.ts';
import { published } from '../../platform/access/index.ts';
import { type Lake, openLake } from '../../platform/lake/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { openStaging } from '../engine/folders-importer.ts';
import { type ChosenFiles, chooseLakeFiles } from './choose-lake-files.ts';
import { type CountedIncidents, countedArea, forceMonths } from './counted-area.ts';
import { type Ground, groundKey, samplePoints } from './covered-ground.ts';
import { grouped } from './grouped.ts';
import { typesIn, typesOf } from './held-types.ts';
import { countOnPoints, countUnlocated, openIncidents, readPoints, readTypes, writeUsed } from './incidents-store.ts';
import { coverKey, readCoveredWards, readLakeFiles } from './lake-files-store.ts';
import type {
  AreaCount,
  AreaCountAnswer,
  AreaCountQuestion,
  CountedSource,
  DrawnArea,
  HeldFile,
  LakeFile,
  RefusedCount,
} from './model.ts';
import { countNotes } from './notes.ts';
import { leftAside, vintagesOf } from './origin-of-count.ts';
import { type Box, boxAround, type Points, pointsInside, pointsWithin, type Shape, shapeOf } from './points-inside.ts';
import { sideMetres, snapSpacingMetres } from './snap-spacing.ts';

/** Larger areas hold many points, so the distance between points is not measured for them. */
const SMALL_SIDE_METRES = 500;
/** Ground around a small area in which the distance between points is measured: about a kilometre. */
const AROUND = toE7(0.01);

/**
 * Counts the incidents of the lake inside drawn areas, by month and type, each area apart. A point counts when it is
 * inside an area or on its edge, by the exact arithmetic that places incidents in wards. For each area, each type of each
 * month of each force comes from one vintage: the latest that holds it and covers the area.
 */
export const countInAreas = published(
  'sources.count-in-areas',
  async (platform: Platform, question: AreaCountQuestion): Promise<AreaCountAnswer> => {
    const { source, from, to, vintage } = question;
    const held = await readLakeFiles(platform.records, source);
    const asked = held.filter(
      (file) =>
        (vintage === null || file.vintage === vintage) &&
        (from === null || file.month >= from) &&
        (to === null || file.month <= to),
    );
    const months = asked.map(({ month }) => month).sort();
    const [first, last] = [months[0], months.at(-1)];
    if (first === undefined || last === undefined) return { kind: 'refused', ...nothingHeld(question, held) };
    const staging = await openStaging(platform.dataFolder);
    try {
      const lake = await openLake(staging.path);
      try {
        const files = asked.map((file) => ({ ...file, absolute: join(platform.dataFolder, file.path) }));
        await openIncidents(lake, source, files);
        const settled = { ...question, from: from ?? first, to: to ?? last };
        return await countFrom({ platform, lake }, settled, await withTypes({ platform, lake }, source, asked));
      } finally {
        await lake.close();
      }
    } finally {
      await staging.remove();
    }
  },
);

interface Place {
  platform: Platform;
  lake: Lake;
}

/** The files with what they hold and cover. */
async function withTypes(
  { platform, lake }: Place,
  source: CountedSource,
  files: readonly LakeFile[],
): Promise<HeldFile[]> {
  const wards = await readCoveredWards(platform.records, source);
  const types = await readTypes(lake);
  const typed = files.map((file, at) => ({ ...file, types: types.get(at) ?? new Map<string, number>() }));
  const only = new Map(
    [...grouped(typed, coverKey)].map(([key, some]) => [
      key,
      typesOf(
        source,
        summed(some.map((file) => file.types)),
        some.map(({ month }) => month),
      ),
    ]),
  );
  return typed.map((file) => ({
    ...file,
    only: only.get(coverKey(file)) ?? null,
    wards: wards.get(coverKey(file)) ?? new Map(),
  }));
}

function summed(counts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [type, count] of counts.flatMap((each) => [...each])) sums.set(type, (sums.get(type) ?? 0) + count);
  return sums;
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

async function countFrom(
  { platform, lake }: Place,
  question: Settled,
  files: readonly HeldFile[],
): Promise<AreaCountAnswer> {
  const { source, from, to, type } = question;
  const seen = [...new Set(files.flatMap((file) => [...file.types.keys()]))].sort();
  const meant = type === null ? null : seen.filter((each) => slug(each) === slug(type));
  if (type !== null && meant?.length === 0) {
    const because = `There is no type "${type}" in these months: give ${seen.join(', ')}.`;
    return { kind: 'refused', because, about: 'type' };
  }
  const asked = (month: Month): string[] => meant ?? typesIn(source, month, seen);
  const shapes = question.areas.map((area) => ({ area, ...shapeOf(area) }));
  const box = widened(boxAround(shapes.map((shape) => shape.box)));
  const points = await readPoints(lake, box);
  const chosen = chosenFor(files, asked, await groundsOf(platform, shapes, points));
  const every = joinedPoints(points.map((each) => each.points));
  const at = new Map(files.map(({ path }, position) => [path, position]));
  await writeUsed(
    lake,
    chosen.groups.map((some) =>
      some.map((each) => ({ type: each.type, files: each.files.map(({ path }) => at.get(path) ?? -1) })),
    ),
  );
  const { found, snapPoints } = await countOnPoints(lake, pointsInside(shapes, every), box, chosen.groupOf);
  const ofAreas = byArea(found, shapes.length);
  const range = monthRange(from, to);
  const areas = shapes.map((shape, position) =>
    countedArea(
      shape.area.name,
      ofAreas[position] ?? [],
      { range, chosen: chosen.groups[chosen.groupOf[position] ?? 0] ?? [], typesIn: asked },
      { snapPoints: snapPoints.get(position) ?? 0, ...sizeOf(shape, every) },
    ),
  );
  const unlocated = await countUnlocated(lake);
  const all = chosen.groups.flat();
  return {
    kind: 'counted',
    ...{ source, from, to, type, areas, unlocated },
    vintages: vintagesOf(all, asked),
    missing: missingMonths(range, ofAreas, chosen, asked),
    notes: countNotes({ source, unlocated }, leftAside(all)),
  };
}

/** What is counted for each area; areas that are counted alike are one group. */
interface ChosenForAreas {
  groups: ChosenFiles[][];
  /** The group of each area. */
  groupOf: number[];
}

function chosenFor(
  files: readonly HeldFile[],
  asked: (month: Month) => readonly string[],
  grounds: readonly Ground[],
): ChosenForAreas {
  const places = new Map<string, number>();
  const groups: ChosenFiles[][] = [];
  // Months whose files come of the same imports lie alike.
  const ofMonth = grouped(files, ({ vintage, force, month }) => [vintage, force, month].join('\n')).values();
  const alike = new Map([...ofMonth].map((some) => [some.map(coverKey).join('\n'), some]));
  const different = [...alike.values()].flat();
  const groupOf = grounds.map((ground) => {
    const key = groundKey(ground, different);
    const place = places.get(key) ?? groups.push(chooseLakeFiles(files, asked, ground)) - 1;
    places.set(key, place);
    return place;
  });
  return { groups, groupOf };
}

/** Where each area lies: the wards it touches, and the imports with incidents within reach. */
async function groundsOf(
  { records }: Platform,
  shapes: readonly Shape[],
  points: Awaited<ReturnType<typeof readPoints>>,
): Promise<Ground[]> {
  const samples = shapes.map(samplePoints);
  const wards = shapes.map(() => new Map<BoundaryVersion, string[]>());
  const versions = (await boundaryVersionsHeld(records)).filter((version) => boundarySet(version).kind === 'ward');
  for (const version of versions.sort().reverse()) {
    const index = await wardIndex(records, version);
    for (const [at, { x, y }] of samples.entries()) {
      const codes = [...locateAll(index, x, y)].flatMap((position) => index.codes[position] ?? []);
      if (codes.length > 0) wards[at]?.set(version, codes);
    }
  }
  return shapes.map(({ box }, at) => ({
    wards: wards[at] ?? new Map(),
    near: new Set(points.filter((each) => pointsWithin(each.points, widened(box)).x.length > 0).map(coverKey)),
  }));
}

/** The different points of all. */
function joinedPoints(all: readonly Points[]): Points {
  const [first, ...others] = all;
  if (first !== undefined && others.length === 0) return first;
  const different = new Map<string, [number, number]>();
  for (const { x, y } of all) {
    x.forEach((each, at) => void different.set(`${each} ${y[at]}`, [each, y[at] as number]));
  }
  const points = [...different.values()];
  return { x: Int32Array.from(points, ([x]) => x), y: Int32Array.from(points, ([, y]) => y) };
}

/** Months that a force which matters in an area has no file for. */
function missingMonths(
  range: readonly Month[],
  found: readonly (readonly CountedIncidents[])[],
  { groups, groupOf }: ChosenForAreas,
  asked: (month: Month) => readonly string[],
): AreaCount['missing'] {
  const held = new Map<string, Set<Month>>();
  found.forEach((ofArea, at) => {
    for (const [force, months] of forceMonths(ofArea, groups[groupOf[at] ?? 0] ?? [], asked)) {
      held.set(force, new Set([...(held.get(force) ?? []), ...months.held]));
    }
  });
  return [...held]
    .map(([force, has]) => ({ force, months: range.filter((month) => !has.has(month)) }))
    .filter(({ months }) => months.length > 0);
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
