/** What one group of the lot says, for asking which effects its rank leaves possible. */
export interface LotGroup {
  /** Unit indexes; all groups are of one size. */
  group: readonly number[];
  /** Mean effect after the start. */
  estimate: number;
  /** Root mean squared gap before the start, > 0. */
  preRmspe: number;
  /**
   * How much the estimate moves if the effect in the treated areas is one more: 1 for the treated group; for another, the
   * share of treated areas in it less the weights of treated areas in its comparison; 0 where neither has any.
   */
  exposure: number;
}
