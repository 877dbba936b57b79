import type { Records } from '../platform/database/index.ts';
import { requireMeasure } from './catalogue.ts';
import { type Ask, composeFrom } from './compose-service.ts';
import type { Route } from './conversion/model.ts';
import { sumParts } from './conversion/sum-parts.ts';
import { deriveMarked } from './derive-marked.ts';
import type { AreasWanted, Frame, VintageWanted } from './frame-service.ts';
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
  const parts = partsAsked(frame, route);
  const composed = await composeFrom(records, frame, parts, wanted);
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

/** What converting measures along a way will ask, the inputs of derived measures included. */
export function askAlong(frame: Frame, route: Route, wanted: readonly VintageWanted[]): Ask {
  const inputs = wanted.flatMap(({ vintage, measures }) =>
    measures.flatMap(({ derivedFrom }) =>
      derivedFrom === undefined
        ? []
        : [
            { vintage, measures: [requireMeasure(derivedFrom.mark)] },
            ...inEveryVintage(frame, requireMeasure(derivedFrom.count)),
          ],
    ),
  );
  return { areas: partsAsked(frame, route), wanted: [...wanted, ...inputs] };
}

function partsAsked({ areas }: Frame, route: Route): AreasWanted {
  const areaCodes = [...new Set(areas.areaCodes.flatMap((code) => route.parts.get(code) ?? []))];
  return { boundaryVersion: route.from, areaCodes, areasSince: null };
}

const inEveryVintage = ({ vintages }: Frame, measure: Measure): VintageWanted[] =>
  vintages.map(({ vintage }) => ({ vintage, measures: [measure] }));

/** A derived measure on small areas: marks of one vintage, with the count of the latest vintage that covers most of them. */
async function derive(
  records: Records,
  frame: Frame,
  parts: AreasWanted,
  vintage: string,
  { name, derivedFrom }: Measure,
): Promise<Series[]> {
  if (derivedFrom === undefined) return [];
  const mark = { vintage, measures: [requireMeasure(derivedFrom.mark)] };
  const [marks = []] = await composeFrom(records, frame, parts, [mark]);
  if (marks.length === 0) return [];
  const counts = await composeFrom(records, frame, parts, inEveryVintage(frame, requireMeasure(derivedFrom.count)));
  const fullest = counts.reduce<Series[]>((most, each) => (each.length > most.length ? each : most), []);
  return deriveMarked(name, fullest, marks);
}
