import type { BoundaryVersion } from '../../geography/index.ts';
import { isRailwayPolice } from '../street/covered-wards.ts';
import { grouped } from './grouped.ts';
import type { HeldFile } from './model.ts';
import { type Points, pointsInside, type Shape } from './points-inside.ts';

/** Where an area lies. */
export interface Ground {
  /** Of each ward set held that it touches, the ward under each of its sample points. */
  wards: ReadonlyMap<BoundaryVersion, readonly string[]>;
  /** Imports with incidents in it or within reach of it, as "import force". */
  near: ReadonlySet<string>;
}

/** Sample points to a side of the box around an area. */
const SIDE = 12;

/**
 * Points inside an area, by which the wards it touches are found. They keep off its edge, which it may share with others.
 * @returns of a grid over its box those inside; the middle of its box when it is so thin that there is none
 */
export function samplePoints(shape: Shape): Points {
  const { west, east, south, north } = shape.box;
  const x = new Int32Array(SIDE * SIDE);
  const y = new Int32Array(SIDE * SIDE);
  for (let at = 0; at < x.length; at += 1) {
    x[at] = Math.round(west + ((east - west) * ((at % SIDE) + 0.5)) / SIDE);
    y[at] = Math.round(south + ((north - south) * (Math.floor(at / SIDE) + 0.5)) / SIDE);
  }
  const inside = pointsInside([shape], { x, y });
  if (inside.x.length > 0) return { x: inside.x, y: inside.y };
  return { x: Int32Array.of(Math.round((west + east) / 2)), y: Int32Array.of(Math.round((south + north) / 2)) };
}

/**
 * How much of an area one force's files of a vintage cover: the share of its ground in wards for which they have figures.
 * Outside the wards held nothing says so but the incidents: there, files with any within reach are taken to cover it.
 * The railway police have no ground of their own.
 * @returns 0 to 1
 */
export function coveredShare({ wards, near }: Ground, files: readonly HeldFile[]): number {
  const ground = files.filter(({ force }) => !isRailwayPolice(force));
  const [version, under] = [...wards].find(([each]) => ground.some(({ wardSets }) => wardSets.includes(each))) ?? [];
  if (version === undefined || under === undefined || under.length === 0) {
    return ground.some((file) => isNear(near, file)) ? 1 : 0;
  }
  const covered = under.filter((code) => ground.some((file) => file.wards.get(version)?.has(code)));
  return covered.length / under.length;
}

/** Whether a file's import has incidents of its force in an area or within reach. */
export function isNear(near: Ground['near'], { importId, force }: Pick<HeldFile, 'importId' | 'force'>): boolean {
  return near.has(`${importId} ${force}`);
}

/** The same for areas of which files cover the same shares: what is chosen for one is chosen for the other. */
export function groundKey(ground: Ground, files: readonly HeldFile[]): string {
  const sets = new Map<string, HeldFile[]>();
  for (const some of grouped(files, ({ vintage, force, month }) => [vintage, force, month].join('\n')).values()) {
    for (const each of [some, ...some.map((file) => [file])]) {
      sets.set(each.map(({ importId, force }) => `${importId} ${force}`).join('\n'), each);
    }
  }
  return [...sets]
    .map(([key, some]) => `${key} ${coveredShare(ground, some)} ${some.some((file) => isNear(ground.near, file))}`)
    .join('\n');
}
