import { z } from 'zod';
import { findMeasure } from '../measures/index.ts';
import { Refusal } from '../sources/index.ts';
import { everyComponent, findComponent } from './components.ts';
import type { WeightSet } from './model.ts';
import { barredFromDemand } from './rules/barred-from-demand.ts';

const shape = z.object({
  name: z.string().trim().min(1),
  version: z.union([z.string().trim().min(1), z.number()]).transform(String),
  weights: z.record(z.string(), z.unknown()),
});

/**
 * Reads a set of weights as in the files under weights/.
 * @param text the file's text, JSON
 * @param file its name, for the sentence that refuses it
 * @throws Refusal with one sentence that says what to change
 */
export function parseWeights(text: string, file: string): WeightSet {
  const parsed = shape.safeParse(parseJson(text, file));
  if (!parsed.success) {
    throw new Refusal(
      `The weights in ${file} need the shape { "name": "…", "version": "…", "weights": { "recorded-crime": 30 } }.`,
    );
  }
  const { name, version, weights } = parsed.data;
  return { name, version, weights: checkWeights(weights, file) };
}

/**
 * Checks weights by component, wherever they came from.
 * @param origin what to call them in a refusal, such as a file's name or "the form"
 * @throws Refusal with one sentence that says what to change
 */
function checkWeights(weights: Record<string, unknown>, origin: string): Record<string, number> {
  const entries = Object.entries(weights);
  const unknown = entries.find(([component]) => findComponent(component) === null)?.[0];
  if (unknown !== undefined) throw new Refusal(whyNoComponent(unknown, origin));
  const checked = entries.map(([component, weight]): [string, number] => {
    if (typeof weight !== 'number' || !(weight >= 0) || weight > MOST) {
      throw new Refusal(
        `The weight of "${component}" in ${origin} is ${JSON.stringify(weight)}: make it a number from 0 to 1,000,000.`,
      );
    }
    return [component, weight];
  });
  if (!checked.some(([, weight]) => weight > 0)) {
    throw new Refusal(`The weights in ${origin} are all 0: give at least one component a weight above 0.`);
  }
  return Object.fromEntries(checked);
}

function whyNoComponent(name: string, origin: string): string {
  const measure = findMeasure(name);
  if (measure !== null)
    return `The weights in ${origin} name "${name}", which ${barredFromDemand(measure)}: leave it out.`;
  const some = everyComponent()
    .slice(0, 3)
    .map((component) => component.name);
  return `The weights in ${origin} name "${name}", which is no component: "wardroom measure list" names them, such as ${some.join(', ')}.`;
}

const MOST = 1_000_000;

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Refusal(`The weights in ${file} are not JSON: see weights/founding.json for the form.`);
  }
}
