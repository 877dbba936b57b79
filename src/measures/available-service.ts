import type { Month } from '../lib/calendar/month.ts';
import { published } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import { CATALOGUE } from './catalogue.ts';
import { type AreasAsked, type AreasWanted, type Frame, mayConvert, readFrame } from './frame-service.ts';
import { readHarmWeights } from './harm/harm-store.ts';
import { isWeighed } from './harm/weigh-series.ts';
import { measuresSumming } from './measures-summing.ts';
import type { Measure } from './model.ts';
import { readExtents } from './reading-store.ts';
import { onlyDemonstration } from './stands-beside.ts';

/** A measure that has figures, with the months from the first to the last that any vintage has. */
export interface AvailableMeasure {
  measure: Measure;
  from: Month;
  to: Month;
}

type Months = Pick<AvailableMeasure, 'from' | 'to'>;

/**
 * Measures of which at least one of some areas has figures, its own or converted, in the catalogue's order. Values are
 * not read: a month counts when one of the categories summed has a value, though another may lack. What is weighed has
 * figures only where a table of weights is held.
 */
export const availableMeasures = published(
  'measures.available-measures',
  async (records: Records, asked: AreasAsked): Promise<AvailableMeasure[]> => {
    const frame = await readFrame(records, asked);
    const found = await monthsHeld(records, frame, frame.areas, () => true);
    const open = CATALOGUE.filter(
      (measure) => !found.has(measure.name) && frame.vintages.some((vintage) => mayConvert(vintage, measure)),
    );
    const names = new Set(
      open.flatMap(({ name, derivedFrom }) => [name, ...(derivedFrom ? [derivedFrom.count, derivedFrom.mark] : [])]),
    );
    for (const route of open.length > 0 ? await frame.routes() : []) {
      const areaCodes = [...new Set(asked.areaCodes.flatMap((code) => route.parts.get(code) ?? []))];
      const parts = { boundaryVersion: route.from, areaCodes, areasSince: null };
      const behind = await monthsHeld(records, frame, parts, (name) => names.has(name));
      for (const { name, derivedFrom } of open) {
        const mark = derivedFrom && behind.has(derivedFrom.count) ? behind.get(derivedFrom.mark) : undefined;
        const months = behind.get(name) ?? mark;
        if (months !== undefined && !found.has(name)) found.set(name, months);
      }
    }
    const onlyMadeUp = onlyDemonstration(frame.holdings);
    const weighed = CATALOGUE.find(isWeighed);
    if (weighed && found.has(weighed.name) && !onlyMadeUp && (await readHarmWeights(records)) === null)
      found.delete(weighed.name);
    return CATALOGUE.flatMap((measure) => {
      const months = found.get(measure.name);
      return months === undefined ? [] : [{ measure, ...months }];
    });
  },
);

/** Months held of some measures on the very set of some areas. */
async function monthsHeld(
  records: Records,
  { holdings }: Frame,
  areas: AreasWanted,
  isWanted: (measure: string) => boolean,
): Promise<Map<string, Months>> {
  const held = holdings.filter(({ boundaryVersion }) => boundaryVersion === areas.boundaryVersion);
  const importIds = [...new Set(held.map(({ importId }) => importId))];
  const categories = [...new Set(held.flatMap((each) => each.categories))].filter((category) =>
    measuresSumming(category).some(isWanted),
  );
  const found = new Map<string, Months>();
  if (categories.length === 0 || areas.areaCodes.length === 0) return found;
  const [extents = []] = await readExtents(records, [{ ...areas, importIds, categories }]);
  for (const { categories: held, first: from, last: to } of extents) {
    for (const name of new Set(held.flatMap(measuresSumming))) {
      const known = found.get(name);
      found.set(name, {
        from: known !== undefined && known.from < from ? known.from : from,
        to: known !== undefined && known.to > to ? known.to : to,
      });
    }
  }
  return found;
}
