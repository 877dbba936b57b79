import { CATALOGUE, findMeasure, type Measure } from '../measures/index.ts';
import type { Component } from './model.ts';
import { barredFromDemand } from './rules/barred-from-demand.ts';

/** The component of a name: any measure that may be weighed; null when there is none, or it is barred. */
export function findComponent(name: string): Component | null {
  const measure = findMeasure(name);
  return measure !== null && barredFromDemand(measure) === null ? asComponent(measure) : null;
}

/** Every component there can be, in the order of the catalogue. */
export function everyComponent(): Component[] {
  return CATALOGUE.filter((measure) => barredFromDemand(measure) === null).map(asComponent);
}

const asComponent = ({ name, title, every }: Measure): Component => ({
  name,
  title,
  measure: name,
  every: every === 'month' ? 'month' : 'once',
});
