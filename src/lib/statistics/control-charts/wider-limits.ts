/** How far wider limits lie from the centre, in standard deviations of a month. */
export interface WiderLimits {
  up: number;
  down: number;
  /** For the mean of seven neighbours on one side. */
  seven: number;
}

/**
 * Limits equally rare either way for months that are skewed, by the first term of Cornish and Fisher's expansion: farther
 * above than below. Below, the correction ends where it has halved the slope, since it would turn back beyond.
 * @param reach standard deviations of a month that is not skewed
 */
export function skewedReach(reach: number, skewness: number): { up: number; down: number } {
  const bend = skewness / 6;
  const turn = 1 / (4 * Math.max(bend, 1e-6));
  const below = (k: number) => k - bend * (k ** 2 - 1);
  return {
    up: reach + bend * (reach ** 2 - 1),
    down: reach <= turn ? below(reach) : below(turn) + (reach - turn) / 2,
  };
}

/** The reach whose limit a value lies on: the inverse of {@link skewedReach}. @param away standard deviations above the centre */
export function unskewedReach(away: number, skewness: number): number {
  const bend = Math.max(skewness / 6, 1e-6);
  if (away >= 0) return (Math.sqrt(1 + 4 * bend * (away + bend)) - 1) / (2 * bend);
  const turn = 1 / (4 * bend);
  const atTurn = turn - bend * (turn ** 2 - 1);
  if (-away > atTurn) return turn + 2 * (-away - atTurn);
  return (1 - Math.sqrt(Math.max(0, 1 - 4 * bend * (-away - bend)))) / (2 * bend);
}
