import { frankWolfe } from './frank-wolfe.ts';
import type { Method, Mode } from './model.ts';
import { noiseOf, type PreparedPanel } from './prepared-panel.ts';
import { dualityGap, type SimplexProgramme, scaleOf, solveOnSimplex } from './solve-on-simplex.ts';
import type { TimeGram } from './time-gram.ts';

/** Weights of one kind, and what their programme could still gain. */
export interface Weights {
  weights: Float64Array;
  dualityGap: number;
}

/** Regularisation that is there only to make weights the only ones, in standard deviations of first differences. */
const SLIGHT = 1e-6;
/**
 * Where mixtures meet the target without error, many do, and the ridge decides: by no less than this share of the mean
 * diagonal, or rounding would decide. The error is none below the second share of the scale.
 */
const DECIDING_RIDGE = 1e-8;
const NO_ERROR = 1e-10;
/** By how little a turn of the reference package lowers its objective before it stops, in the same standard deviations. */
const LEAST_DECREASE = 1e-5;

/** What weights are found by. */
export interface Question {
  method: Method;
  mode: Mode;
  /** Treated units behind the average, ≥ 1. */
  treatedUnits: number;
  /** ζ of the unit weights of 'sdid' where it is not that of its own size and noise. */
  zeta?: number | undefined;
}

/** A target as units are compared with it: less the panel's level, and its mean before the start. */
export interface Target {
  values: Float64Array;
  before: number;
}

/**
 * Weights of the donors: those whose mixture is nearest to the target before the start; up to a fixed difference for 'difp'
 * and 'sdid', and spread out by a ridge for 'sdid'.
 * @source 'sdid': Arkhangelsky et al. (2021), doi:10.1257/aer.20190159; 'sc': Abadie, Diamond and Hainmueller (2010), with outcomes
 *   alone; 'difp': Doudchenko and Imbens (2016), doi:10.3386/w22791, with weights ≥ 0 that sum to 1
 */
export function unitWeights(panel: PreparedPanel, donors: Int32Array, target: Target, question: Question): Weights {
  const size = donors.length;
  if (question.method === 'did') return { weights: new Float64Array(size).fill(1 / size), dualityGap: 0 };
  const noise = noiseOf(panel, donors);
  const zeta =
    question.method === 'sdid' ? (question.zeta ?? zetaOf(panel, question.treatedUnits, noise)) : SLIGHT * noise;
  const { start } = panel;
  const [gram, linear] = [new Float64Array(size * size), new Float64Array(size)];
  const levels = question.method === 'sc' ? start : 0;
  for (let one = 0; one < size; one += 1) {
    const unit = donors[one] as number;
    const mean = levels * (panel.before[unit] as number);
    for (let other = 0; other < size; other += 1) {
      const peer = donors[other] as number;
      gram[one * size + other] =
        (panel.gram[unit * panel.units + peer] as number) + mean * (panel.before[peer] as number);
    }
    linear[one] = mean * target.before + along(panel, unit, target);
  }
  let square = levels * target.before ** 2;
  for (let t = 0; t < start; t += 1) square += ((target.values[t] as number) - target.before) ** 2;
  return solve({ gram, linear, ridge: start * zeta * zeta }, { rows: start, square, noise, mode: question.mode });
}

/** ζ = (treated units × treated times)^¼ σ̂. */
function zetaOf({ times, start }: PreparedPanel, treatedUnits: number, noise: number): number {
  return (treatedUnits * (times - start)) ** 0.25 * noise;
}

/** Product of a unit with the target before the start, about their means. */
function along({ about, start }: PreparedPanel, unit: number, { values, before }: Target): number {
  let sum = 0;
  for (let t = 0; t < start; t += 1) sum += (about[unit * start + t] as number) * ((values[t] as number) - before);
  return sum;
}

/**
 * Weights of the times before the start: those whose mixture is nearest to the mean after it in the donors, up to a fixed
 * difference, for 'sdid'; equal ones for 'did' and 'difp'; none for 'sc'.
 * @param times products of times over the donors, for 'sdid'
 * @param warm  weights to begin from
 * @source Arkhangelsky et al. (2021), doi:10.1257/aer.20190159
 */
export function timeWeights(
  panel: PreparedPanel,
  donors: Int32Array,
  { method, mode }: Question,
  times: TimeGram | null,
  warm?: ArrayLike<number>,
): Weights | null {
  if (method === 'sc') return null;
  if (method !== 'sdid' || times === null) {
    return { weights: new Float64Array(panel.start).fill(1 / panel.start), dualityGap: 0 };
  }
  const noise = noiseOf(panel, donors);
  const programme = { gram: times.gram, linear: times.linear, ridge: donors.length * (SLIGHT * noise) ** 2 };
  return solve(programme, { rows: donors.length, square: times.square, noise, mode }, warm);
}

function solve(
  programme: SimplexProgramme,
  { rows, square, noise, mode }: { rows: number; square: number; noise: number; mode: Mode },
  warm?: ArrayLike<number>,
): Weights {
  if (mode === 'as published') {
    const weights = frankWolfe({ ...programme, rows, square, leastDecrease: LEAST_DECREASE * noise });
    return { weights, dualityGap: dualityGap(programme, weights) };
  }
  const nearest = solveOnSimplex(programme, warm);
  const size = programme.linear.length;
  let trace = 0;
  for (let at = 0; at < size; at += 1) trace += programme.gram[at * size + at] as number;
  const ridge = (DECIDING_RIDGE * trace) / size;
  if (programme.ridge >= ridge || square + gainOf(programme, nearest.weights) > NO_ERROR * scaleOf(programme)) {
    return nearest;
  }
  return solveOnSimplex({ ...programme, ridge }, nearest.weights);
}

/** What weights make of the error of none: ωᵀGω − 2cᵀω, over those above zero. */
function gainOf({ gram, linear }: SimplexProgramme, weights: Float64Array): number {
  const size = linear.length;
  const above: number[] = [];
  for (let at = 0; at < size; at += 1) if ((weights[at] as number) > 0) above.push(at);
  let gain = 0;
  for (const at of above) {
    let along = 0;
    for (const k of above) along += (gram[at * size + k] as number) * (weights[k] as number);
    gain += (weights[at] as number) * (along - 2 * (linear[at] as number));
  }
  return gain;
}
