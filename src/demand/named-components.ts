import { findComponent } from './components.ts';
import type { Component, WeightSet } from './model.ts';

/** The components that a set of weights names, whatever their weight, in its order. */
export function namedComponents({ weights }: WeightSet): Component[] {
  return Object.keys(weights).flatMap((name) => findComponent(name) ?? []);
}
