import { InvalidArgument } from '../../invalid-argument.ts';

/**
 * For each p-value, the least chance of any false call at which it is called among all of them: Holm's adjusted p-value.
 * Calling those at most α keeps the chance of one false call or more at most α, however the tests hang together.
 * @param pValues in [0, 1]; null, for a test that could not be made, stays null and counts for nothing
 * @returns one for each, in the order given
 * @throws InvalidArgument when a p-value lies outside 0 to 1
 * @source Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 65–70
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const made = pValues.flatMap((pValue, index) => (pValue === null ? [] : [{ pValue, index }]));
  for (const { pValue } of made)
    if (!(pValue >= 0 && pValue <= 1)) throw new InvalidArgument(`a p-value lies between 0 and 1, not ${pValue}`);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let most = 0;
  const fromSmallest = made.toSorted((a, b) => a.pValue - b.pValue);
  fromSmallest.forEach(({ pValue, index }, below) => {
    most = Math.max(most, Math.min(1, pValue * (made.length - below)));
    adjusted[index] = most;
  });
  return adjusted;
}
