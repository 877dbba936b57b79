import { InvalidArgument } from '../lib/invalid-argument.ts';
import type {
  DemandIndex,
  DemandPart,
  DemandParts,
  MissingComponent,
  NoDemand,
  UsedComponent,
  WardDemand,
  WeightSet,
} from './model.ts';

type HeldPart = Extract<DemandPart, { kind: 'held' }>;
interface Weighted<Part extends DemandPart = DemandPart> {
  part: Part;
  weight: number;
}

/**
 * Weighs gathered figures: each component is the ward's share of the unit's total, and the index is the weighted mean of the
 * shares, so the wards' shares sum to 1. A missing component is named with its reason, and the other weights are scaled up
 * to sum to 1. Components are added up in the order of their names, so the order of the weights changes nothing.
 * Knows no clock, file or record: a browser reckons the very same index.
 * @param weights each component with a weight above 0 must be among the parts
 * @throws InvalidArgument naming a weighted component that was not gathered
 */
export function weighDemand(gathered: DemandParts, weights: WeightSet): DemandIndex | NoDemand {
  const { unit, asAt, boundaryVersion, window, parts } = gathered;
  const weighted = weightedParts(parts, weights);
  const usable = weighted.filter(isUsable);
  const missing = describeMissing(weighted);
  if (usable.length === 0) return { kind: 'no demand', unit, asAt, boundaryVersion, weights, missing };
  const used = describeUsed(usable);
  return {
    kind: 'index',
    unit,
    asAt,
    boundaryVersion,
    window: usable.some(({ part }) => part.every === 'month') ? window : null,
    weights,
    used,
    missing,
    synthetic: used.some((component) => component.synthetic),
    wards: gathered.wards.map((ward, place) => wardDemand(ward, place, usable)),
  };
}

/** Parts with a weight above 0, in the order of the weights. */
function weightedParts(parts: readonly DemandPart[], { weights }: WeightSet): Weighted[] {
  const byName = new Map(parts.map((part) => [part.component, part]));
  return Object.entries(weights).flatMap(([name, weight]) => {
    if (weight <= 0) return [];
    const part = byName.get(name);
    if (part === undefined) throw new InvalidArgument(`The figures of ${name} were not gathered.`);
    return [{ part, weight }];
  });
}

const isUsable = (weighted: Weighted): weighted is Weighted<HeldPart> => weighted.part.kind === 'held';

function describeMissing(weighted: readonly Weighted[]): MissingComponent[] {
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return weighted.flatMap(({ part, weight }) =>
    part.kind === 'missing' ? [{ component: part.component, weight: weight / all, reason: part.reason }] : [],
  );
}

function describeUsed(usable: readonly Weighted<HeldPart>[]): UsedComponent[] {
  const all = usable.reduce((sum, { weight }) => sum + weight, 0);
  return usable.map(({ part, weight }) => ({
    component: part.component,
    title: part.title,
    measure: part.measure,
    weight: weight / all,
    vintage: part.vintage,
    synthetic: part.synthetic,
    backCast: part.backCast,
    origins: part.origins,
    files: part.files,
    ...(part.asOf === undefined ? {} : { asOf: part.asOf }),
    total: part.total,
  }));
}

function wardDemand(
  ward: DemandParts['wards'][number],
  place: number,
  usable: readonly Weighted<HeldPart>[],
): WardDemand {
  const figure = ({ figures }: HeldPart) => figures[place] ?? 0;
  const inOrder = usable.toSorted((a, b) => (a.part.component < b.part.component ? -1 : 1));
  const weights = inOrder.reduce((sum, { weight }) => sum + weight, 0);
  const share = ({ part }: Weighted<HeldPart>) => figure(part) / part.total;
  return {
    code: ward.code,
    name: ward.name,
    borough: ward.borough,
    demandShare: inOrder.reduce((sum, each) => sum + (each.weight / weights) * share(each), 0),
    components: Object.fromEntries(usable.map((each) => [each.part.component, share(each)])),
    figures: Object.fromEntries(usable.map(({ part }) => [part.component, figure(part)])),
  };
}
