import type { Month } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import { byMeasure } from './by-measure.ts';
import { requireMeasure } from './catalogue.ts';
import { composeFrom, readAhead } from './compose-service.ts';
import { askAlong, convertAlong } from './convert-service.ts';
import { type AreasAsked, type Frame, mayConvert, readFrame } from './frame-service.ts';
import type { Measure, Series } from './model.ts';

/** One vintage as held, of which any measure can be read for the areas asked. */
export interface HeldVintage {
  /** Months that any of its files holds, in order. */
  months: Month[];
  /** Whether it has figures of a measure for areas of the set itself, so that nothing need be converted. */
  hasOwn(measure: string): boolean;
  /** The series of some measures for the areas, whichever it has. Read once, however often asked. */
  read(measures: readonly string[]): Promise<Series[]>;
}

/** Every vintage that counts and holds figures of the areas, or from which theirs can be made, the latest imported first. */
export async function heldVintages(records: Records, asked: AreasAsked): Promise<HeldVintage[]> {
  const frame = await readFrame(records, asked);
  const known: Known = new Map();
  return frame.vintages.map(({ months, own }, at) => ({
    months,
    hasOwn: (measure) => own.has(measure),
    async read(names) {
      const unread = names.filter((name) => !known.has(keyOf(at, name))).map(requireMeasure);
      if (unread.length > 0) await fill(records, frame, known, planFrom(frame, known, at, unread));
      return names.flatMap((name) => known.get(keyOf(at, name)) ?? []);
    },
  }));
}

/** Series read so far, by the place of their vintage and measure. */
type Known = Map<string, Series[]>;
const keyOf = (at: number, measure: string): string => `${at} ${measure}`;

/** Measures to be read of the vintage at a place. */
interface Planned {
  at: number;
  vintage: string;
  measures: Measure[];
}

/**
 * Plans to read measures of the vintage at a place and, in the same statements, those it does not have from the next
 * vintage that may have them: most questions are answered at once, however many vintages there are.
 */
function planFrom(frame: Frame, known: Known, from: number, measures: readonly Measure[]): Planned[] {
  const plans = frame.vintages.map(({ vintage }, at): Planned => ({ at, vintage, measures: [] }));
  for (const measure of measures) {
    for (const [at, vintage] of frame.vintages.entries()) {
      if (at < from) continue;
      if (known.has(keyOf(at, measure.name))) break;
      if (vintage.own.has(measure.name) || mayConvert(vintage, measure)) {
        plans[at]?.measures.push(measure);
        break;
      }
      known.set(keyOf(at, measure.name), []);
    }
  }
  return plans.filter((plan) => plan.measures.length > 0);
}

/** Reads what is planned; what then lacks areas is made from other sets, and used where that covers more of them. */
async function fill(records: Records, frame: Frame, known: Known, plans: readonly Planned[]): Promise<void> {
  const convertible = only(plans, (at, measure) => mayConvertAt(frame, at, measure));
  const withoutOwn = only(convertible, (at, { name }) => frame.vintages[at]?.own.has(name) === false);
  const ahead = withoutOwn.length === 0 ? [] : await frame.routes();
  await readAhead(records, frame, [
    { areas: frame.areas, wanted: plans },
    ...ahead.map((route) => askAlong(frame, route, withoutOwn)),
  ]);
  keepFuller(known, plans, await composeFrom(records, frame, frame.areas, plans));
  const lacks = (at: number, { name }: Measure): boolean =>
    (known.get(keyOf(at, name))?.length ?? 0) < frame.areas.areaCodes.length;
  if (only(convertible, lacks).length === 0) return;
  for (const route of await frame.routes()) {
    const open = only(convertible, lacks);
    if (open.length === 0) return;
    keepFuller(known, open, await convertAlong(records, frame, route, open));
  }
}

/** The part of some plans for which something holds. */
function only(plans: readonly Planned[], holds: (at: number, measure: Measure) => boolean): Planned[] {
  return plans
    .map((plan) => ({ ...plan, measures: plan.measures.filter((measure) => holds(plan.at, measure)) }))
    .filter(({ measures }) => measures.length > 0);
}

function mayConvertAt({ vintages }: Frame, at: number, measure: Measure): boolean {
  const vintage = vintages[at];
  return vintage !== undefined && mayConvert(vintage, measure);
}

/** Keeps the series of each measure that was planned, unless as many areas are known of it already. */
function keepFuller(known: Known, plans: readonly Planned[], series: readonly Series[][]): void {
  for (const [index, { at, measures }] of plans.entries()) {
    const made = byMeasure(series[index] ?? []);
    for (const { name } of measures) {
      const before = known.get(keyOf(at, name));
      const ofIt = made.get(name) ?? [];
      if (before === undefined || ofIt.length > before.length) known.set(keyOf(at, name), ofIt);
    }
  }
}
