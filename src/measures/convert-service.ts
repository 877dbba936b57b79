import type { Records } from '../platform/database/index.ts';
import { requireMeasure } from './catalogue.ts';
import { type Ask, composeFrom } from './compose-service.ts';
import type { Route } from './conversion/model.ts';
import { sumParts } from './conversion/sum-parts.ts';
import { deriveMarked } from './derive-marked.ts';
import type { AreasWanted, Frame, VintageWanted } from './frame-service.ts';
import type { Measure, Series } from './model.ts';

/** What is to be made along one way. */
export interface Conversion {
  route: Route;
  /** Areas to make, of those the question is about. */
  areaCodes: readonly string[];
  wanted: readonly VintageWanted[];
  /** For a derived measure the vintages of its count, the preferred first. */
  countsOf(measure: Measure, vintage: string): readonly string[];
}

/**
 * Makes the series of some measures along one way, from figures of other areas.
 * @returns for each vintage wanted the series that can be made, measure by measure
 */
export async function convertAlong(records: Records, frame: Frame, conversion: Conversion): Promise<Series[][]> {
  const { route, areaCodes, wanted } = conversion;
  const parts = partsOf(conversion);
  const composed = await composeFrom(records, frame, parts, wanted);
  const made: Series[][] = [];
  for (const [at, { vintage, measures }] of wanted.entries()) {
    const ofVintage: Series[] = [];
    for (const measure of measures) {
      const held = (composed[at] ?? []).filter((each) => each.measure === measure.name);
      const counts = conversion.countsOf(measure, vintage);
      const series = held.length > 0 ? held : await derive(records, frame, parts, { vintage, measure, counts });
      ofVintage.push(...sumParts(route, series, areaCodes, frame.areas));
    }
    made.push(ofVintage);
  }
  return made;
}

/** What converting measures along a way will ask, the inputs of derived measures included. */
export function askAlong(conversion: Conversion): Ask {
  const inputs = conversion.wanted.flatMap(({ vintage, measures }) =>
    measures.flatMap((measure): VintageWanted[] => {
      const { derivedFrom } = measure;
      if (derivedFrom === undefined) return [];
      const [first] = conversion.countsOf(measure, vintage);
      const mark = { vintage, measures: [requireMeasure(derivedFrom.mark)] };
      return first === undefined ? [mark] : [mark, { vintage: first, measures: [requireMeasure(derivedFrom.count)] }];
    }),
  );
  return { areas: partsOf(conversion), wanted: [...conversion.wanted, ...inputs] };
}

function partsOf({ route, areaCodes }: Conversion): AreasWanted {
  const parts = [...new Set(areaCodes.flatMap((code) => route.parts.get(code) ?? []))];
  return { boundaryVersion: route.from, areaCodes: parts, areasSince: null };
}

/**
 * A derived measure on small areas: marks of one vintage, with the count of the first vintage that has one for each of
 * them or, when none has, for most.
 */
async function derive(
  records: Records,
  frame: Frame,
  parts: AreasWanted,
  { vintage, measure, counts }: { vintage: string; measure: Measure; counts: readonly string[] },
): Promise<Series[]> {
  const { name, derivedFrom } = measure;
  if (derivedFrom === undefined) return [];
  const mark = { vintage, measures: [requireMeasure(derivedFrom.mark)] };
  const [marks = []] = await composeFrom(records, frame, parts, [mark]);
  if (marks.length === 0) return [];
  let fullest: Series[] = [];
  for (const each of counts) {
    const count = { vintage: each, measures: [requireMeasure(derivedFrom.count)] };
    const [series = []] = await composeFrom(records, frame, parts, [count]);
    if (series.length > fullest.length) fullest = series;
    if (fullest.length >= marks.length) break;
  }
  return deriveMarked(name, fullest, marks);
}
