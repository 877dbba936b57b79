/**
 * A share as a percentage: 0.0619 is "6.2%", or "6.19%" with two decimals.
 * @param share a fraction of one
 */
export function percent(share: number, decimals = 1): string {
  return `${(share * 100).toFixed(decimals)}%`;
}

/** As percent, with the sign written: "+1.7%", "−28.4%" with a true minus. */
export function signedPercent(share: number, decimals = 1): string {
  const text = percent(Math.abs(share), decimals);
  return share < 0 ? `−${text}` : `+${text}`;
}
