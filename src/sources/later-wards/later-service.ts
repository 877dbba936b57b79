import type { Boundary, BoundaryVersion } from '../../geography/index.ts';
import { boundariesOf, boundariesWithout } from '../../geography/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { openStaging } from '../engine/folders-importer.ts';
import { wardsToPlaceIn } from '../engine/stage-files-importer.ts';
import type { OnProgress } from '../model.ts';
import { changedWards } from './changed-wards.ts';
import { countHeld } from './count-held-importer.ts';
import { readHeldImports } from './held-imports-store.ts';
import type { LaterWards } from './keep-later-service.ts';
import type { HeldImport, LaterFigures } from './model.ts';

type Boundaries = ReadonlyMap<BoundaryVersion, readonly Boundary[]>;

/**
 * What imports that hold incidents come to in ward sets that a command brings or changes.
 * @param after boundaries as they will be; a set the command brings nothing of is the same list as before
 * @param folder staging folder of the command
 */
export async function countInComingWards(
  platform: Platform,
  { before, after, folder }: { before: Boundaries; after: Boundaries; folder: string },
  onProgress: OnProgress,
): Promise<LaterFigures[]> {
  const imports = await readHeldImports(platform.records);
  const changed = new Set(changedWards(before, after));
  const isLacking = (version: BoundaryVersion): boolean =>
    imports.some(({ boundaryVersions }) => !boundaryVersions.includes(version));
  const versions = [...after.keys()].filter(
    (version) =>
      version.startsWith('wards') &&
      after.get(version) !== before.get(version) &&
      (changed.has(version) || isLacking(version)),
  );
  if (imports.length === 0 || versions.length === 0) return [];
  const wards = wardsToPlaceIn(after, versions);
  return countHeld(imports, { folder, dataFolder: platform.dataFolder, wards }, onProgress);
}

/**
 * What imports that hold incidents come to once boundaries are taken back: counted again in the wards left of a set;
 * without figures in a set of which none are left, if they were placed in it later than they were imported.
 * @param taken imports that are taken back
 */
export async function countWithout(platform: Platform, taken: readonly string[]): Promise<LaterWards> {
  const { records, dataFolder } = platform;
  const imports = (await readHeldImports(records)).filter(({ id }) => !taken.includes(id));
  if (imports.length === 0) return { figures: [], gone: [] };
  const { before, after } = await boundariesAround(platform, imports, taken);
  const changed = changedWards(before, after);
  const figures: LaterFigures[] = [];
  const staging = await openStaging(dataFolder);
  try {
    for (const version of changed.filter((each) => (after.get(each)?.length ?? 0) > 0)) {
      const inSet = imports.filter(({ boundaryVersions }) => boundaryVersions.includes(version));
      const wards = wardsToPlaceIn(after, [version]);
      figures.push(...(await countHeld(inSet, { folder: staging.path, dataFolder, wards }, () => {})));
    }
  } finally {
    await staging.remove();
  }
  const emptied = changed.filter((each) => (after.get(each)?.length ?? 0) === 0);
  const gone = imports
    .map((held) => ({ held, versions: emptied.filter((version) => held.placedLater.includes(version)) }))
    .filter(({ versions }) => versions.length > 0);
  return { figures, gone };
}

async function boundariesAround(
  { records }: Platform,
  imports: readonly HeldImport[],
  taken: readonly string[],
): Promise<{ before: Boundaries; after: Boundaries }> {
  const [before, after] = [new Map<BoundaryVersion, Boundary[]>(), new Map<BoundaryVersion, Boundary[]>()];
  for (const version of new Set(imports.flatMap(({ boundaryVersions }) => boundaryVersions))) {
    before.set(version, await boundariesOf(records, version));
    after.set(version, await boundariesWithout(records, version, taken));
  }
  return { before, after };
}
