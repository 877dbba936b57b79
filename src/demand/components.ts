import { CATALOGUE, findMeasure, type Measure } from '../measures/index.ts';
import type { Component } from './model.ts';

/** The component of a name: any measure of the catalogue may be one; null when there is no such measure. */
export function findComponent(name: string): Component | null {
  const measure = findMeasure(name);
  return measure ? asComponent(measure) : null;
}

/** Every component there can be, in the order of the catalogue. */
export function everyComponent(): Component[] {
  return CATALOGUE.map(asComponent);
}

const asComponent = ({ name, title, every }: Measure): Component => ({ name, title, measure: name, every });
