import { InvalidArgument } from '../../invalid-argument.ts';
import { normalUpper, normalUpperQuantile } from '../distributions/index.ts';

/** How a chance of error is spent over looks; a power of 1 spends it evenly, a higher one later. */
export type Spending = "O'Brien and Fleming" | 'Pocock' | { power: number };

/**
 * The part of a one-sided error rate that may have been used up by a point of the trial.
 * @param fraction information gathered, as a share of all that will be, > 0; from 1 on all is spent
 * @throws InvalidArgument when a rate, fraction or power is out of range
 * @source Lan and DeMets (1983), doi:10.1093/biomet/70.3.659; powers: Kim and DeMets (1987), Biometrika 74, 149
 */
export function spentBy(spending: Spending, rate: number, fraction: number): number {
  if (!(rate > 0 && rate < 1)) throw new InvalidArgument(`an error rate lies between 0 and 1, not ${rate}`);
  if (!(fraction > 0)) throw new InvalidArgument(`a share of the information is above 0, not ${fraction}`);
  const share = Math.min(1, fraction);
  if (spending === "O'Brien and Fleming") return 2 * normalUpper(normalUpperQuantile(rate / 2) / Math.sqrt(share));
  if (spending === 'Pocock') return rate * Math.log1p((Math.E - 1) * share);
  if (!(spending.power > 0)) throw new InvalidArgument(`a power is above 0, not ${spending.power}`);
  return rate * share ** spending.power;
}
