/** A share or a weight as open data has it: 0.35, and not the 0.35000000000000003 that dividing left. */
export const toSixDecimals = (share: number): number => Number(share.toFixed(6));
