import { type BoundaryVersion, wardCounts } from '../../geography/index.ts';
import { areaNames } from '../../geography/service.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import { routeToBoroughs } from '../conversion/route-to.ts';
import { datasetOf } from '../dataset-of.ts';
import type { Measure } from '../model.ts';
import { wardsKnown } from '../routes-service.ts';
import { sumsCategory } from '../sums-category.ts';
import type { Completeness } from './completeness-report.ts';
import { readAreasAmong, readAreasWith, readUsedTotals } from './completeness-store.ts';
import type { HeldPart } from './model.ts';
import { byFinancialYear, reconcile } from './reconcile.ts';

type WardVersion = 'wards-2022' | 'wards-2014';

/**
 * Sets the wards of boroughs against the boroughs, in one vintage: the categories and the boroughs of which both sides
 * have figures, and of these only boroughs of which every ward is there; what is left out is named.
 * @param parts what the vintage holds
 * @param area one borough; null for all
 * @returns null where the vintage does not have both, or the measure does not add up by month
 */
export async function reconcileVintage(
  records: Records,
  measure: Measure,
  parts: readonly HeldPart[],
  area: { code: string; version: BoundaryVersion } | null,
): Promise<Completeness['reconciliation']> {
  if (!measure.adds || measure.every !== 'month') return null;
  if (area !== null && area.version !== 'boroughs-2022') return null;
  const shared = sharedCategories(measure, parts);
  if (shared === null) return null;
  const { version, categories, without } = shared;
  const importIds = [...new Set(parts.map(({ importId }) => importId))];
  const among = (boundaryVersion: BoundaryVersion, areaCodes: string[]): Promise<string[]> =>
    readAreasAmong(records, { importIds, boundaryVersion, categories, areaCodes });
  const known = routeToBoroughs(await wardsKnown(records, version), version).parts;
  const names = await areaNames(records, 'boroughs-2022');
  const asked = area ? [area.code] : [...new Set([...known.keys(), ...names.keys()])];
  const boroughs = await among('boroughs-2022', asked);
  const wardsHeld = new Set(
    await among(
      version,
      boroughs.flatMap((code) => known.get(code) ?? []),
    ),
  );
  const everyWard = area === null && (await holdsEveryWard(records, { importIds, version, boroughs, categories }));
  const isWhole = (code: string): boolean =>
    everyWard || (known.get(code)?.every((ward) => wardsHeld.has(ward)) ?? false);
  const whole = boroughs.filter(isWhole);
  const totals = (boundaryVersion: string, areaCodes: string[] | null): Promise<Map<Month, number>> =>
    readUsedTotals(records, { importIds, boundaryVersion, categories, areaCodes });
  const months = reconcile(
    await totals(version, everyWard ? null : whole.flatMap((code) => known.get(code) ?? [])),
    await totals('boroughs-2022', whole),
    area ? new Map() : await totals('unplaced', null),
    doubtfulMonths(parts, [version, 'boroughs-2022'], categories),
  );
  return {
    wards: version,
    months,
    years: byFinancialYear(months),
    leftOut: {
      boroughs: boroughs.filter((code) => !isWhole(code)).map((code) => names.get(code) ?? code),
      categories: without,
    },
  };
}

/**
 * Whether as many wards are held as the boroughs held have in all: then every ward is there, though it may not be known in
 * which borough each lies, and the whole can be set against the whole.
 */
async function holdsEveryWard(
  records: Records,
  asked: { importIds: string[]; version: WardVersion; boroughs: readonly string[]; categories: string[] },
): Promise<boolean> {
  const counts = wardCounts(asked.version);
  const wards = asked.boroughs.reduce((sum, code) => sum + (counts.get(code) ?? Number.NaN), 0);
  const { importIds, version: boundaryVersion, categories } = asked;
  return (await readAreasWith(records, { importIds, boundaryVersion, categories })) === wards;
}

/** The categories of one dataset that a vintage has both by borough and by ward, and those that only one side has. */
function sharedCategories(
  measure: Measure,
  parts: readonly HeldPart[],
): { version: WardVersion; categories: string[]; without: string[] } | null {
  const keys = (version: BoundaryVersion): Set<string> =>
    new Set(
      parts
        .filter(({ boundaryVersion }) => boundaryVersion === version)
        .flatMap(({ categories }) => categories.filter((category) => sumsCategory(measure, category))),
    );
  const inBoroughs = keys('boroughs-2022');
  for (const version of ['wards-2022', 'wards-2014'] as const) {
    const inWards = keys(version);
    const dataset = [...inBoroughs].find((category) => inWards.has(category));
    if (dataset === undefined) continue;
    const all = [...new Set([...inBoroughs, ...inWards])].filter((each) => datasetOf(each) === datasetOf(dataset));
    const both = all.filter((category) => inBoroughs.has(category) && inWards.has(category));
    return { version, categories: both, without: all.filter((category) => !both.includes(category)).sort() };
  }
  return null;
}

/** Months of which a file that is used lacks something of the categories. */
function doubtfulMonths(
  parts: readonly HeldPart[],
  versions: readonly BoundaryVersion[],
  categories: readonly string[],
): Set<Month> {
  const findings = parts
    .filter(
      (part) => versions.includes(part.boundaryVersion) && part.categories.some((each) => categories.includes(each)),
    )
    .flatMap((part) => part.findings);
  return new Set(
    findings
      .filter(({ state, unusedBy, areaCodes }) => state !== 'absent' && unusedBy === null && areaCodes === null)
      .filter((finding) => finding.categories?.some((each) => categories.includes(each)) ?? true)
      .map(({ month }) => month),
  );
}
