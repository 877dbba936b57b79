import { CATALOGUE, findMeasure, type Measure } from '../measures/index.ts';
import type { Component } from './model.ts';

/** The component of a name: any measure whose values add up may be one; null when there is none. */
export function findComponent(name: string): Component | null {
  const measure = findMeasure(name);
  return measure?.adds ? asComponent(measure) : null;
}

/** Every component there can be, in the order of the catalogue. */
export function everyComponent(): Component[] {
  return CATALOGUE.filter(({ adds }) => adds).map(asComponent);
}

const asComponent = ({ name, title, every }: Measure): Component => ({
  name,
  title,
  measure: name,
  every: every === 'month' ? 'month' : 'once',
});
