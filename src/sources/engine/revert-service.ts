import { deleteAreasOf } from '../../geography/service.ts';
import { chooseMonths, deleteHarmWeightsOf, deleteSeriesOf } from '../../measures/service.ts';
import { actingRole, recordAudit } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { isIncidentKind } from '../incidents/incident-kinds.ts';
import { heldState, keepLaterWards, type LaterWards } from '../later-wards/keep-later-service.ts';
import { countWithout } from '../later-wards/later-service.ts';
import { sayCountedAnew, sayGone } from '../later-wards/say-later.ts';
import { removeLeftOut } from '../left-out/left-out-store.ts';
import { Refusal, type RevertReport } from '../model.ts';
import {
  deleteLakeFiles,
  lakeIdentity,
  lockImports,
  markReverted,
  readBoundaryImports,
  readImports,
  type StoredImport,
} from '../store.ts';
import { removeFromLake } from './folders-importer.ts';
import { rootsOf } from './import-roots-service.ts';
import { toRevert } from './to-revert.ts';

/**
 * Takes imports back in one transaction with its audit, then their incidents out of the lake.
 * @throws Refusal when there is no live import of that id or vintage
 */
export async function revertImports(platform: Platform, idOrVintage: string): Promise<RevertReport> {
  const meant = await countedMeanwhile(platform, idOrVintage);
  const taken = await platform.records.transaction().execute(async (trx) => {
    await lockImports(trx);
    const imports = await readImports(trx);
    const chosen = chosenOf(imports, idOrVintage);
    if ((await stateOf(trx, chosen)) !== meant.state) {
      throw new Refusal('Something was imported or taken back meanwhile, so nothing was changed: take back again.');
    }
    const paths: string[] = [];
    for (const { id } of chosen) {
      await markReverted(trx, id, platform.now().toISOString(), platform.actor);
      await deleteSeriesOf(trx, id);
      await deleteHarmWeightsOf(trx, id);
      await deleteAreasOf(trx, id);
      paths.push(...(await deleteLakeFiles(trx, id)));
    }
    for (const vintage of new Set(chosen.map(({ vintage }) => vintage))) await chooseMonths(trx, vintage);
    const later = await keepLaterWards(trx, meant.later);
    const touched = [...chosen, ...[...meant.later.figures, ...meant.later.gone].map(({ held }) => held)];
    const roots = await rootsOf(trx, {
      kept: [],
      changed: later.map((each) => each.import),
      vintages: touched.map(({ vintage }) => vintage),
    });
    await recordAudit(trx, {
      actor: platform.actor,
      role: actingRole(platform.principal, { module: 'imports', act: 'write', place: null }),
      action: 'sources.revert',
      subject: chosen[0]?.vintage ?? idOrVintage,
      detail: {
        imports: chosen.map(({ id, file, sha256 }) => ({ id, file, sha256 })),
        ...roots,
        ...(later.length > 0 && { later }),
      },
    });
    const identity = await lakeIdentity(trx);
    return { chosen, identity, paths, notices: noticesOf(imports, chosen, meant.later) };
  });
  await removeFromLake(platform.dataFolder, taken.paths);
  await removeLeftOut(
    platform.dataFolder,
    taken.identity,
    taken.chosen.map(({ id }) => id),
  );
  return {
    reverted: taken.chosen.map(({ id, file, vintage, recognisedAs }) => ({ id, file, vintage, recognisedAs })),
    notices: taken.notices,
  };
}

function chosenOf(imports: readonly StoredImport[], idOrVintage: string): StoredImport[] {
  const chosen = toRevert(imports, idOrVintage);
  if (chosen.kind === 'none') throw new Refusal(chosen.because);
  return chosen.imports;
}

/** What incidents come to without boundaries that are taken back: counted beside the records, before anything is written. */
async function countedMeanwhile(
  platform: Platform,
  idOrVintage: string,
): Promise<{ state: string | null; later: LaterWards }> {
  const chosen = chosenOf(await readImports(platform.records), idOrVintage);
  const state = await stateOf(platform.records, chosen);
  if (state === null) return { state, later: { figures: [], gone: [] } };
  const taken = chosen.map(({ id }) => id);
  return { state, later: await countWithout(platform, taken) };
}

/** What must not change between counting and writing; null when no boundaries are taken back. */
async function stateOf(records: Records, chosen: readonly StoredImport[]): Promise<string | null> {
  if (!chosen.some(({ kind }) => kind === 'boundaries')) return null;
  const ids = chosen.map(({ id }) => id).join(' ');
  return [ids, await readBoundaryImports(records), await heldState(records)].join('\n\n');
}

/** Whether an import's figures were counted from points, each placed in a ward. */
function isPlaced({ kind }: StoredImport): boolean {
  return isIncidentKind(kind) || kind === 'police-api-crimes';
}

/** Says what becomes of the ward figures of incidents that were placed in boundaries that are taken back. */
function noticesOf(imports: readonly StoredImport[], taken: readonly StoredImport[], later: LaterWards): string[] {
  const versions = new Set(
    taken.filter(({ kind }) => kind === 'boundaries').flatMap(({ boundaryVersions }) => boundaryVersions),
  );
  const told = new Set([...later.figures, ...later.gone].map(({ held }) => held.id));
  const staying = imports
    .filter((each) => isPlaced(each) && each.revertedAt === null && !taken.includes(each))
    .filter(({ id, boundaryVersions }) => !told.has(id) && boundaryVersions.some((version) => versions.has(version)))
    .map(({ file }) => `The ward figures of "${file}" stay as they are: they were counted with boundaries like these.`);
  return [...later.figures.map(sayCountedAnew), ...later.gone.map(sayGone), ...staying];
}
