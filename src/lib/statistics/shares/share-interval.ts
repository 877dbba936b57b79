import { InvalidArgument } from '../../invalid-argument.ts';

/**
 * Score interval for a share that rests on so many answers, which need not be whole: those of a survey divided by its
 * design effect, or calls divided by their dispersion. For whole counts `binomialInterval` is exact.
 * @param share    0 to 1
 * @param answers  > 0, such as 285.7
 * @param critical quantile of the normal (1.96 for 95 %) or of Student's t distribution, > 0
 * @throws InvalidArgument when a number is out of range
 * @source Wilson (1927), doi:10.1080/01621459.1927.10502953
 * @example shareInterval(0.71, 400 / 1.4, 1.96) // [0.655, 0.760]
 */
export function shareInterval(share: number, answers: number, critical: number): [number, number] {
  if (!(share >= 0 && share <= 1)) throw new InvalidArgument(`a share lies between 0 and 1, not ${share}`);
  if (!(answers > 0)) throw new InvalidArgument(`a share rests on more than no answers, not on ${answers}`);
  if (!(critical > 0)) throw new InvalidArgument(`a critical value is above 0, not ${critical}`);
  const square = critical ** 2;
  const middle = (share * answers + square / 2) / (answers + square);
  const half = (critical / (answers + square)) * Math.sqrt(answers * share * (1 - share) + square / 4);
  return [share === 0 ? 0 : Math.max(0, middle - half), share === 1 ? 1 : Math.min(1, middle + half)];
}
