import type { BoundaryVersion } from '../../geography/index.ts';
import { chooseMonths, deleteSeriesOnSet, writeCoverage, writeSeries } from '../../measures/service.ts';
import type { Records } from '../../platform/database/index.ts';
import { addVersions, readHeldImports, removeVersions } from './held-imports-store.ts';
import type { HeldImport, LaterFigures } from './model.ts';

/** What became of the ward figures of imports that were there before. */
export interface LaterWards {
  figures: readonly LaterFigures[];
  /** Imports whose figures in some sets go, because no boundaries of them are left. */
  gone: readonly { held: HeldImport; versions: BoundaryVersion[] }[];
}

/** What the audit says of one import whose ward figures changed; a type, not an interface, so that it may be JSON. */
type LaterAudit = {
  import: string;
  countedIn: BoundaryVersion[];
  noLongerIn: BoundaryVersion[];
  incidents: { kind: string; version: string; incidents: number }[];
};

/** Which imports hold incidents: changes whenever what is counted in later wards may change. */
export async function heldState(records: Records): Promise<string> {
  return (await readHeldImports(records)).map(({ id, boundaryVersions }) => `${id} ${boundaryVersions}`).join('\n');
}

/**
 * Writes the ward figures of imports that were there before, in place of what they had in these sets; call it in the
 * transaction that writes or takes back the boundaries. Which file is used for a month is decided anew.
 * @returns what to write in the audit
 */
export async function keepLaterWards(trx: Records, { figures, gone }: LaterWards): Promise<LaterAudit[]> {
  for (const { held, versions, series, coverage } of figures) {
    for (const version of versions) await deleteSeriesOnSet(trx, held.id, version);
    await writeSeries(trx, held.id, series);
    await writeCoverage(trx, held.id, coverage);
    await addVersions(trx, held.id, versions);
  }
  for (const { held, versions } of gone) {
    for (const version of versions) await deleteSeriesOnSet(trx, held.id, version);
    await removeVersions(trx, held.id, versions);
  }
  const vintages = new Set([...figures, ...gone].map(({ held }) => held.vintage));
  for (const vintage of vintages) await chooseMonths(trx, vintage);
  return [
    ...figures.map(({ held, versions, counted }) => ({
      import: held.id,
      countedIn: versions,
      noLongerIn: [],
      incidents: counted.map(({ kind, version, incidents }) => ({ kind, version, incidents })),
    })),
    ...gone.map(({ held, versions }) => ({ import: held.id, countedIn: [], noLongerIn: versions, incidents: [] })),
  ];
}
