import type { Area } from '../geography/index.ts';
import { type Series, sayOrigins } from '../measures/index.ts';
import { chooseWindow } from './choose-window.ts';
import { componentMonths } from './component-months.ts';
import { gatherFigures } from './gather-figures.ts';
import type { Component, DemandPart, DemandParts, Window } from './model.ts';

/** Which figures are gathered, and from what. */
export interface PartsQuestion {
  unit: string;
  /** Date written "2026-03-01"; only months that ended by then count. */
  asAt: string;
  boundaryVersion: DemandParts['boundaryVersion'];
  /** The unit's wards; the parts keep their order. */
  wards: readonly Pick<Area, 'code' | 'name' | 'boroughName'>[];
  components: readonly Component[];
  /** Months asked for; null for the latest 12 of these series. */
  window: Window | null;
  /** Of the components' measures, at most one for each measure and ward. */
  series: readonly Series[];
}

/** Gathers every component's figures over one window; a component that lacks any says why. Nothing is weighed yet. */
export function gatherParts(question: PartsQuestion): DemandParts {
  const { unit, asAt, boundaryVersion, components, wards, series } = question;
  const window = question.window ?? chooseWindow(componentMonths(components, series, wards.length), asAt);
  return {
    ...{ unit, asAt, boundaryVersion, window },
    wards: wards.map(({ code, name, boroughName }) => ({ code, name, borough: boroughName ?? '' })),
    parts: components.map((component) => gatherPart(component, question, window)),
  };
}

function gatherPart(component: Component, { wards, series, asAt }: PartsQuestion, window: Window | null): DemandPart {
  const { name, title, measure, every } = component;
  const own = series.filter((each) => each.measure === measure);
  const gathered = gatherFigures(component, wards, own, window, asAt);
  if (gathered.kind === 'missing') return { kind: 'missing', component: name, title, reason: gathered.reason };
  return {
    ...{ kind: 'held', component: name, title, measure, every },
    vintage: gathered.series[0]?.vintage ?? '',
    synthetic: gathered.series.some((each) => each.synthetic),
    backCast: gathered.series.some((each) => each.backCast),
    origins: sayOrigins(gathered.series, every === 'month' ? window : null),
    files: [...new Set(gathered.series.flatMap((each) => each.files))],
    ...(gathered.asOf === null ? {} : { asOf: gathered.asOf }),
    total: gathered.total,
    figures: gathered.figures,
  };
}
