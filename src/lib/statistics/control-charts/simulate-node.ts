import { seededRandom } from '../random.ts';
import {
  BASELINES,
  HORIZONS,
  MEANS,
  type Node,
  nodeNumber,
  PERSISTENCES,
  SEASONS,
  WANDERS,
} from './false-alarm-table.ts';
import { type HorizonAlarms, simulateCharts } from './simulate-charts.ts';

const SEED = 20_261_122;

/** Simulates a point of the grid, from a seed of its own. @returns one a horizon */
export function simulateNode(node: Node, charts: number, seed: number = SEED): HorizonAlarms[] {
  const months = {
    mean: MEANS[node.mean] as number,
    wander: WANDERS[node.wander] as number,
    persistence: PERSISTENCES[node.persistence] as number,
  };
  const design = { baseline: BASELINES[node.baseline] as number, seasonYears: SEASONS[node.season] as number };
  return simulateCharts(design, months, HORIZONS, { charts, random: seededRandom(seed + nodeNumber(node)) });
}
