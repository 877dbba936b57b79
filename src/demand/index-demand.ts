import type { Area } from '../geography/index.ts';
import { type Series, sayOrigins } from '../measures/index.ts';
import { chooseWindow } from './choose-window.ts';
import { componentMonths } from './component-months.ts';
import { findComponent } from './components.ts';
import { type Gathered, gatherFigures } from './gather-figures.ts';
import type {
  Component,
  DemandIndex,
  MissingComponent,
  NoDemand,
  UsedComponent,
  WardDemand,
  WeightSet,
  Window,
} from './model.ts';

/** What demand is reckoned from. */
export interface DemandQuestion {
  unit: string;
  /** Date written "2026-03-01"; only months that ended by then count. */
  asAt: string;
  boundaryVersion: DemandIndex['boundaryVersion'];
  /** The unit's wards; the index keeps their order. */
  wards: readonly Pick<Area, 'code' | 'name' | 'boroughName'>[];
  weights: WeightSet;
  /** Months asked for; null for the latest 12 of these series. */
  window: Window | null;
  /** Of the weighted components' measures, at most one for each measure and ward. */
  series: readonly Series[];
}

type Held = Extract<Gathered, { kind: 'held' }>;
interface Weighted {
  component: Component;
  weight: number;
  gathered: Gathered;
}
type Usable = Weighted & { gathered: Held };

/**
 * Reckons the demand index: each component is the ward's share of the unit's total over the window, and the index is
 * the weighted mean of the shares, so the wards' shares sum to 1. A missing component is named with its reason, and the
 * other weights are scaled up to sum to 1. Components are added up in the order of their names, so the order of a
 * weights file changes nothing.
 */
export function indexDemand(question: DemandQuestion): DemandIndex | NoDemand {
  const weighted = weightedComponents(question.weights);
  const components = weighted.map(({ component }) => component);
  const months = componentMonths(components, question.series, question.wards.length);
  const window = question.window ?? chooseWindow(months, question.asAt);
  const gathered = weighted.map(({ component, weight }): Weighted => {
    const series = seriesOf(question, component);
    return { component, weight, gathered: gatherFigures(component, question.wards, series, window, question.asAt) };
  });
  const usable = gathered.filter(isUsable);
  const { unit, asAt, boundaryVersion, weights } = question;
  const missing = describeMissing(gathered);
  if (usable.length === 0) return { kind: 'no demand', unit, asAt, boundaryVersion, weights, missing };
  const used = describeUsed(usable, window);
  return {
    kind: 'index',
    unit,
    asAt,
    boundaryVersion,
    window: usable.some(({ component }) => component.every === 'month') ? window : null,
    weights,
    used,
    missing,
    synthetic: used.some((component) => component.synthetic),
    wards: question.wards.map((ward, place) => wardDemand(ward, place, usable)),
  };
}

/** Components with a weight above 0, in the order of the weights. */
export function weightedComponents(weights: WeightSet): { component: Component; weight: number }[] {
  return Object.entries(weights.weights).flatMap(([name, weight]) => {
    const component = findComponent(name);
    return component !== null && weight > 0 ? [{ component, weight }] : [];
  });
}

const isUsable = (weighted: Weighted): weighted is Usable => weighted.gathered.kind === 'held';

const seriesOf = (question: DemandQuestion, component: Component) =>
  question.series.filter((series) => series.measure === component.measure);

function describeMissing(weighted: Weighted[]): MissingComponent[] {
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return weighted.flatMap(({ component, weight, gathered }) =>
    gathered.kind === 'missing' ? [{ component: component.name, weight: weight / all, reason: gathered.reason }] : [],
  );
}

function describeUsed(usable: Usable[], window: Window | null): UsedComponent[] {
  const all = usable.reduce((sum, { weight }) => sum + weight, 0);
  return usable.map(({ component, weight, gathered }) => ({
    component: component.name,
    title: component.title,
    measure: component.measure,
    weight: weight / all,
    vintage: gathered.series[0]?.vintage ?? '',
    synthetic: gathered.series.some((series) => series.synthetic),
    backCast: gathered.series.some((series) => series.backCast),
    origins: sayOrigins(gathered.series, component.every === 'month' ? window : null),
    files: [...new Set(gathered.series.flatMap((series) => series.files))],
    ...(gathered.asOf === null ? {} : { asOf: gathered.asOf }),
    total: gathered.total,
  }));
}

function wardDemand(ward: DemandQuestion['wards'][number], place: number, usable: Usable[]): WardDemand {
  const figure = (gathered: Held) => gathered.figures[place] ?? 0;
  const inOrder = usable.toSorted((a, b) => (a.component.name < b.component.name ? -1 : 1));
  const weights = inOrder.reduce((sum, { weight }) => sum + weight, 0);
  const share = ({ gathered }: Usable) => figure(gathered) / gathered.total;
  return {
    code: ward.code,
    name: ward.name,
    borough: ward.boroughName ?? '',
    demandShare: inOrder.reduce((sum, each) => sum + (each.weight / weights) * share(each), 0),
    components: Object.fromEntries(usable.map((each) => [each.component.name, share(each)])),
    figures: Object.fromEntries(usable.map(({ component, gathered }) => [component.name, figure(gathered)])),
  };
}
