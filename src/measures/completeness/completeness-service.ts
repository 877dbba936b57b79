import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../../geography/index.ts';
import { areaNames } from '../../geography/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { CATEGORY_PERIODS, periodOf } from '../catalogue/category-periods.ts';
import { CATALOGUE, requireMeasure } from '../catalogue.ts';
import type { Measure } from '../model.ts';
import { type LiveHolding, readCircumstances, readLiveHoldings } from '../reading-store.ts';
import { sumsCategory } from '../sums-category.ts';
import type { Completeness, MeasureHeld } from './completeness-report.ts';
import { readAreasOfFile, readFindings, readGivenUpAreas, readOutsidePeriods } from './completeness-store.ts';
import { type HeldInVintage, heldOfDerived, heldOfMeasure } from './held-of-measure.ts';
import { isAbout } from './mark-doubtful.ts';
import type { Finding, HeldPart } from './model.ts';
import { reconcileVintage } from './reconcile-service.ts';
import { findingFor, usedFinding } from './used-findings.ts';

/** Every measure of the catalogue with what is held of it. */
export const measuresHeld = published('measures.measures-held', async (records: Records): Promise<MeasureHeld[]> => {
  const parts = await partsHeld(records);
  return CATALOGUE.map((measure) => withHeld(measure, parts));
});

/** One measure with what is held of it. */
export async function measureHeld(records: Records, measure: Measure): Promise<MeasureHeld> {
  return withHeld(measure, await partsHeld(records));
}

function withHeld(measure: Measure, parts: readonly HeldPart[]): MeasureHeld {
  return {
    ...measure,
    periods: CATEGORY_PERIODS.filter(({ key }) => sumsCategory(measure, key)),
    held: heldIn(measure, parts),
  };
}

function heldIn(measure: Measure, parts: readonly HeldPart[]): HeldInVintage[] {
  const { derivedFrom } = measure;
  if (derivedFrom === undefined) return heldOfMeasure(measure, parts);
  return heldOfDerived(requireMeasure(derivedFrom.mark), requireMeasure(derivedFrom.count), parts);
}

/**
 * What is known of the completeness of a measure in one vintage: months that lack something, by file, and ward totals
 * against borough totals.
 * @param asked.area leaves out what is about other areas; a borough is set against its wards; null for all areas
 * @param asked.vintage null for the latest that holds the measure (for the area's set)
 * @returns null when no vintage, or not the one named, holds the measure
 * @throws RangeError naming a measure that does not exist
 */
export const completenessOf = published(
  'measures.completeness-of',
  async (
    records: Records,
    asked: { measure: string; area: { code: string; version: BoundaryVersion } | null; vintage: string | null },
  ): Promise<Completeness | null> => {
    const measure = requireMeasure(asked.measure);
    const all = await partsHeld(records);
    const { area } = asked;
    const parts = all.filter(({ boundaryVersion }) => area === null || boundaryVersion === area.version);
    const held = heldOfMeasure(measure, parts).find(
      ({ vintage }) => asked.vintage === null || vintage === asked.vintage,
    );
    if (!held) return null;
    const sums = (category: string): boolean => sumsCategory(measure, category);
    const files = parts
      .filter((part) => part.vintage === held.vintage && part.categories.some(sums))
      .map(({ file, publisher, boundaryVersion, findings, categories }) => ({
        ...{ file, publisher, boundaryVersion },
        findings: findings
          .filter((finding) =>
            categories
              .filter(sums)
              .some((category) =>
                isAbout(area ? finding : { ...finding, areaCodes: null }, { areaCode: area?.code ?? '', category }),
              ),
          )
          .map((finding) => (area ? findingFor(finding, area.code) : finding)),
      }));
    return {
      measure: measure.name,
      vintage: held.vintage,
      held,
      files,
      areaNames: await namesOf(records, files),
      outsidePeriods: await outsidePeriods(
        records,
        parts.filter((part) => part.vintage === held.vintage),
        sums,
        area?.code ?? null,
      ),
      reconciliation: await reconcileVintage(
        records,
        measure,
        all.filter(({ vintage }) => vintage === held.vintage),
        area,
      ),
    };
  },
);

/** Names of the areas that findings are about, by code. */
async function namesOf(records: Records, files: Completeness['files']): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const version of new Set(files.map(({ boundaryVersion }) => boundaryVersion))) {
    const names = await areaNames(records, version);
    const about = files.filter((file) => file.boundaryVersion === version).flatMap(({ findings }) => findings);
    for (const code of about.flatMap(({ areaCodes }) => areaCodes ?? [])) {
      const name = names.get(code);
      if (name !== undefined) found[code] = name;
    }
  }
  return found;
}

/** Figures of the measure's categories in months in which those were not in use, on the first set of areas held. */
async function outsidePeriods(
  records: Records,
  parts: readonly HeldPart[],
  sums: (category: string) => boolean,
  areaCode: string | null,
): Promise<Completeness['outsidePeriods']> {
  const own = parts.filter(({ categories }) => categories.some(sums));
  const boundaryVersion = own[0]?.boundaryVersion;
  if (boundaryVersion === undefined) return [];
  const categories = [...new Set(own.flatMap((part) => part.categories.filter(sums)))];
  const periods = categories.flatMap((category) => periodOf(category) ?? []);
  if (periods.length === 0) return [];
  const importIds = [...new Set(own.map(({ importId }) => importId))];
  const areaCodes = areaCode === null ? null : [areaCode];
  const outside = await readOutsidePeriods(records, { importIds, boundaryVersion, areaCodes, periods });
  return periods.flatMap(({ key, from, until }) => {
    const found = outside.find(({ category }) => category === key);
    return found === undefined ? [] : [{ category: key, from, until, months: found.months, total: found.total }];
  });
}

/** What live imports hold with what was found in it; made-up figures only while no others are held. */
export const partsHeld = published('measures.parts-held', async (records: Records): Promise<HeldPart[]> => {
  const { real } = await readCircumstances(records, '');
  const holdings = (await readLiveHoldings(records, BOUNDARY_VERSIONS)).filter(
    ({ kind }) => !(real && kind === 'synthetic'),
  );
  const givenUp = await readGivenUpAreas(records);
  const found = new Map<string, Finding[]>();
  const importIds = [...new Set(holdings.map(({ importId }) => importId))];
  for (const version of new Set(holdings.map(({ boundaryVersion }) => boundaryVersion))) {
    for (const { importId, publisher, boundaryVersion, ...finding } of await readFindings(records, {
      ...{ importIds, boundaryVersion: version, areaCodes: null },
    })) {
      const key = keyOf({ importId, publisher, boundaryVersion });
      const own = found.get(key) ?? [];
      found.set(key, own);
      own.push(finding);
    }
  }
  const parts: HeldPart[] = [];
  for (const holding of holdings) {
    const findings = found.get(keyOf(holding)) ?? [];
    const given = givenUp.filter((each) => keyOf(each) === keyOf(holding));
    const areas = given.length > 0 && findings.length > 0 ? await areasOfFile(records, holding) : [];
    parts.push({ ...holding, findings: findings.map((finding) => usedFinding(finding, given, areas)) });
  }
  return parts;
});

type Held = Pick<LiveHolding, 'importId' | 'publisher'> & { boundaryVersion: string };
const keyOf = ({ importId, boundaryVersion, publisher }: Held): string => `${importId} ${boundaryVersion} ${publisher}`;

/** Areas of files as read: what an import holds of one set does not change. */
const AREAS_READ = new WeakMap<Records, Map<string, string[]>>();

async function areasOfFile(records: Records, holding: LiveHolding): Promise<string[]> {
  const known = AREAS_READ.get(records) ?? new Map<string, string[]>();
  AREAS_READ.set(records, known);
  const key = `${keyOf(holding)} ${holding.totals.join()}`;
  const areas = known.get(key) ?? (await readAreasOfFile(records, holding));
  known.set(key, areas);
  return areas;
}
