import type { Records } from '../platform/database/index.ts';
import { requireMeasure } from './catalogue.ts';
import { type AreasWanted, composeFrom, type VintageWanted } from './compose-service.ts';
import type { Route } from './conversion/model.ts';
import { sumParts } from './conversion/sum-parts.ts';
import { deriveMarked } from './derive-marked.ts';
import type { Frame } from './frame-service.ts';
import type { Measure, Series } from './model.ts';

/**
 * Makes the series of some measures for the areas asked along one way, from figures of other areas.
 * @returns for each vintage wanted the series that can be made, measure by measure
 */
export async function convertAlong(
  records: Records,
  frame: Frame,
  route: Route,
  wanted: readonly VintageWanted[],
): Promise<Series[][]> {
  const { areaCodes } = frame.areas;
  const codes = [...new Set(areaCodes.flatMap((code) => route.parts.get(code) ?? []))];
  const parts = { boundaryVersion: route.from, areaCodes: codes, areasSince: null };
  const composed = await composeFrom(records, frame.holdings, parts, wanted);
  const made: Series[][] = [];
  for (const [at, { vintage, measures }] of wanted.entries()) {
    const ofVintage: Series[] = [];
    for (const measure of measures) {
      const held = (composed[at] ?? []).filter((each) => each.measure === measure.name);
      const series = held.length > 0 ? held : await derive(records, frame, parts, vintage, measure);
      ofVintage.push(...sumParts(route, series, areaCodes, frame.areas));
    }
    made.push(ofVintage);
  }
  return made;
}

/** A derived measure on small areas: marks of one vintage, with the count of the latest vintage that covers most of them. */
async function derive(
  records: Records,
  { holdings, vintages }: Frame,
  parts: AreasWanted,
  vintage: string,
  { name, derivedFrom }: Measure,
): Promise<Series[]> {
  if (derivedFrom === undefined) return [];
  const [mark, count] = [requireMeasure(derivedFrom.mark), requireMeasure(derivedFrom.count)];
  const [marks = []] = await composeFrom(records, holdings, parts, [{ vintage, measures: [mark] }]);
  if (marks.length === 0) return [];
  const counts = await composeFrom(
    records,
    holdings,
    parts,
    vintages.map((each) => ({ vintage: each.vintage, measures: [count] })),
  );
  const fullest = counts.reduce<Series[]>((most, each) => (each.length > most.length ? each : most), []);
  return deriveMarked(name, fullest, marks);
}
