import { chooseMonths, deleteSeriesOf } from '../../measures/service.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { isIncidentKind } from '../incidents/incident-kinds.ts';
import { removeLeftOut } from '../left-out/left-out-store.ts';
import { Refusal, type RevertReport } from '../model.ts';
import { deleteLakeFiles, lakeIdentity, lockImports, markReverted, readImports, type StoredImport } from '../store.ts';
import { removeFromLake } from './folders-importer.ts';
import { toRevert } from './to-revert.ts';

/**
 * Takes imports back in one transaction with its audit, then their incidents out of the lake.
 * @throws Refusal when there is no live import of that id or vintage
 */
export async function revertImports(platform: Platform, idOrVintage: string): Promise<RevertReport> {
  const taken = await platform.records.transaction().execute(async (trx) => {
    await lockImports(trx);
    const imports = await readImports(trx);
    const chosen = toRevert(imports, idOrVintage);
    if (chosen.kind === 'none') throw new Refusal(chosen.because);
    const paths: string[] = [];
    for (const { id } of chosen.imports) {
      await markReverted(trx, id, platform.now().toISOString(), platform.actor);
      await deleteSeriesOf(trx, id);
      paths.push(...(await deleteLakeFiles(trx, id)));
    }
    for (const vintage of new Set(chosen.imports.map(({ vintage }) => vintage))) await chooseMonths(trx, vintage);
    await recordAudit(trx, {
      actor: platform.actor,
      action: 'sources.revert',
      subject: chosen.imports[0]?.vintage ?? idOrVintage,
      detail: { imports: chosen.imports.map(({ id, file, sha256 }) => ({ id, file, sha256 })) },
    });
    const identity = await lakeIdentity(trx);
    return { chosen: chosen.imports, identity, paths, notices: placedInThem(imports, chosen.imports) };
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

/** Says which imports of incidents were placed in boundaries that are taken back: their ward figures stay as they are. */
function placedInThem(imports: readonly StoredImport[], taken: readonly StoredImport[]): string[] {
  const versions = new Set(
    taken.filter(({ kind }) => kind === 'boundaries').flatMap(({ boundaryVersions }) => boundaryVersions),
  );
  return imports
    .filter((each) => isIncidentKind(each.kind) && each.revertedAt === null && !taken.includes(each))
    .filter(({ boundaryVersions }) => boundaryVersions.some((version) => versions.has(version)))
    .map(({ file }) => `The ward figures of "${file}" stay as they are: they were counted with boundaries like these.`);
}
