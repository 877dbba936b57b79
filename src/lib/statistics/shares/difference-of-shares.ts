import { shareInterval } from './share-interval.ts';

/** A share and how many plain answers it rests on, which need not be whole. */
export interface EstimatedShare {
  /** 0 to 1. */
  share: number;
  /** > 0. */
  answers: number;
}

export interface ShareDifference {
  /** The one share less the other, −1 to 1. */
  difference: number;
  interval: [number, number];
}

/**
 * How far two shares of different people or calls lie apart, with an interval made of their two score intervals.
 * Holds its level nearly, also for few answers and for shares near 0 and 1; a little too rarely where both are tiny.
 * @param critical quantile of the normal or of Student's t distribution, as for `shareInterval`
 * @throws InvalidArgument when a number is out of range
 * @source Newcombe (1998), method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
 * @example differenceOfShares({ share: 56 / 70, answers: 70 }, { share: 48 / 80, answers: 80 }, 1.96).interval // [0.052, 0.334]
 */
export function differenceOfShares(
  current: EstimatedShare,
  previous: EstimatedShare,
  critical: number,
): ShareDifference {
  const difference = current.share - previous.share;
  const [low, high] = shareInterval(current.share, current.answers, critical);
  const [lowBefore, highBefore] = shareInterval(previous.share, previous.answers, critical);
  const down = Math.hypot(current.share - low, highBefore - previous.share);
  const up = Math.hypot(high - current.share, previous.share - lowBefore);
  return { difference, interval: [Math.max(-1, difference - down), Math.min(1, difference + up)] };
}
