import { readShare, WIDTH, writeShare } from './packed-share.ts';
import type { HorizonAlarms } from './simulate-charts.ts';

/**
 * Where charts were simulated beforehand, axis by axis; between, what they came to is read off straight lines. The means
 * are spaced by one over their square root, which is the part of a month's scatter that is chance.
 */
export const MEANS: readonly number[] = [1, 3, 8, 25, 100, Number.POSITIVE_INFINITY];
export const WANDERS: readonly number[] = [0.02, 0.1, 0.2, 0.35, 0.6];
export const PERSISTENCES: readonly number[] = [-0.3, 0, 0.2, 0.4, 0.6, 0.75, 0.9];
export const BASELINES: readonly number[] = [12, 24, 36];
export const SEASONS: readonly number[] = [0, 3, 5];
export const HORIZONS: readonly number[] = [0, 12, 24, 36, 60, 120, 180];

/** A point of the grid, by its place on each axis. */
export interface Node {
  mean: number;
  wander: number;
  persistence: number;
  baseline: number;
  season: number;
}

const AXES = { mean: MEANS, wander: WANDERS, persistence: PERSISTENCES, baseline: BASELINES, season: SEASONS };

/** Number of a node's simulation among all of them. */
export function nodeNumber(node: Node): number {
  return Object.entries(AXES).reduce((sum, [name, axis]) => sum * axis.length + node[name as keyof Node], 0);
}

/** Every node in the order of their numbers. */
export function allNodes(): Node[] {
  let nodes: Partial<Node>[] = [{}];
  for (const [name, axis] of Object.entries(AXES)) {
    nodes = nodes.flatMap((node) => axis.map((_, at) => ({ ...node, [name]: at })));
  }
  return nodes as Node[];
}

/** What the largest that can be written stands for. */
const CEILINGS: Readonly<Record<keyof HorizonAlarms, number>> = { chance: 1, reach: 12.95, seven: 6.475 };
const FIGURES = ['chance', 'reach', 'seven'] as const;
const NODE_WIDTH = HORIZONS.length * FIGURES.length * WIDTH;

/** What a node came to as text of fixed length. */
export function writeAlarms(alarms: readonly HorizonAlarms[]): string {
  return alarms.flatMap((each) => FIGURES.map((name) => writeShare(each[name] / CEILINGS[name]))).join('');
}

/** Reads one node's figures at one horizon off the whole text. */
export function readAlarms(text: string, node: number, horizon: number): HorizonAlarms {
  const start = node * NODE_WIDTH + horizon * FIGURES.length * WIDTH;
  const figure = (at: number, name: keyof HorizonAlarms) => readShare(text, start + at * WIDTH) * CEILINGS[name];
  return { chance: figure(0, 'chance'), reach: figure(1, 'reach'), seven: figure(2, 'seven') };
}
