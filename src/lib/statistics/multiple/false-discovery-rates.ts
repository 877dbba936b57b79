import { InvalidArgument } from '../../invalid-argument.ts';

/**
 * For each p-value, the least share of false ones to expect among all at or below it: Benjamini and Hochberg's adjusted
 * p-value. Calling those at most q keeps the expected share of false calls at most q, where the tests are independent or
 * rise and fall together.
 * @param pValues in [0, 1]; null, for a test that could not be made, stays null and counts for nothing
 * @returns one for each, in the order given
 * @throws InvalidArgument when a p-value lies outside 0 to 1
 * @source Benjamini and Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini and Yekutieli (2001),
 * doi:10.1214/aos/1013699998, on dependent tests
 */
export function falseDiscoveryRates(pValues: readonly (number | null)[]): (number | null)[] {
  const made = pValues.flatMap((pValue, index) => (pValue === null ? [] : [{ pValue, index }]));
  for (const { pValue } of made)
    if (!(pValue >= 0 && pValue <= 1)) throw new InvalidArgument(`a p-value lies between 0 and 1, not ${pValue}`);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  const fromLargest = made.toSorted((a, b) => b.pValue - a.pValue);
  fromLargest.forEach(({ pValue, index }, above) => {
    least = Math.min(least, (pValue * made.length) / (made.length - above));
    adjusted[index] = least;
  });
  return adjusted;
}
