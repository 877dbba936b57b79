import {
  binomialLower,
  binomialQuantile,
  binomialUpper,
  binomialUpperQuantile,
  poissonLower,
  poissonQuantile,
  poissonUpper,
  poissonUpperQuantile,
} from '../distributions/index.ts';
import type { FunnelFamily } from './model.ts';

/** Where a count is drawn from: its family, its rate for each unit of exposure, and its exposure. */
export interface CountAt {
  family: FunnelFamily;
  rate: number;
  exposure: number;
}

/** Chance of `count` or fewer: the cumulative distribution, and between whole counts a smooth rise from one to the next. */
export function chanceOfAtMost({ family, rate, exposure }: CountAt, count: number): number {
  return family === 'poisson' ? poissonLower(count, rate * exposure) : binomialLower(count, exposure, rate);
}

/** Chance of `count` or more, smooth between whole counts too. */
export function chanceOfAtLeast({ family, rate, exposure }: CountAt, count: number): number {
  return family === 'poisson' ? poissonUpper(count, rate * exposure) : binomialUpper(count, exposure, rate);
}

/** Smallest whole count with a chance of at least `share` of it or fewer. */
export function lowerQuantile({ family, rate, exposure }: CountAt, share: number): number {
  return family === 'poisson' ? poissonQuantile(share, rate * exposure) : binomialQuantile(share, exposure, rate);
}

/** Smallest whole count with a chance of at most `share` of more. */
export function upperQuantile({ family, rate, exposure }: CountAt, share: number): number {
  return family === 'poisson'
    ? poissonUpperQuantile(share, rate * exposure)
    : binomialUpperQuantile(share, exposure, rate);
}
