import { InvalidArgument } from '../invalid-argument.ts';
import { fitComparison } from './fit-comparison.ts';
import type { Comparison, Fit, Method, Mode } from './model.ts';

/** What the method says of a start that was none. */
export interface EarlierStart {
  /** Index of the time it is pretended to have begun. */
  start: number;
  fit: Fit;
}

/**
 * Pretends that it began earlier, with nothing seen of the times from the true start on: gaps after such a start are what
 * the method says where there was nothing to see.
 * @param starts indexes of times, each ≥ 1 and before the comparison's start
 * @throws InvalidArgument when a start is out of range
 * @source Abadie, Diamond and Hainmueller (2015), Comparative Politics and the Synthetic Control Method, on in-time placebos,
 *   doi:10.1111/ajps.12116
 */
export function placebosInTime(
  comparison: Comparison,
  { method, mode = 'exact', starts }: { method: Method; mode?: Mode; starts: readonly number[] },
): EarlierStart[] {
  const { treated, donors, start: end, treatedUnits } = comparison;
  const before = { treated: treated.slice(0, end), donors: donors.map((donor) => donor.slice(0, end)), treatedUnits };
  return starts.map((start) => {
    if (!(start < end)) throw new InvalidArgument(`A start at ${start} is not before the true one at ${end}.`);
    return { start, fit: fitComparison({ ...before, start }, method, mode) };
  });
}
