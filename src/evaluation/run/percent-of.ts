/**
 * An effect in per cent of what would have been.
 * @param effect   in units of the fit: a difference of logs, or of rates
 * @param observed mean of the treated series over the months of the effect
 */
export function percentOf(effect: number, scale: 'log' | 'rate', observed: number): number {
  if (scale === 'log') return 100 * Math.expm1(effect);
  return observed === effect ? 0 : (100 * effect) / (observed - effect);
}
