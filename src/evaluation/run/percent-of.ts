/**
 * An effect in per cent of what would have been: rises with the effect and has its sign, on either scale.
 * @param effect   in units of the fit: a difference of logs, or of rates; without limit allowed
 * @param observed mean of the treated series over the months of the effect, ≥ 0 on the rate scale
 * @returns ≥ −100; infinite, which is any number more, where nothing at all would have been
 */
export function percentOf(effect: number, scale: 'log' | 'rate', observed: number): number {
  if (scale === 'log') return 100 * Math.expm1(effect);
  if (effect === 0) return 0;
  if (effect === Number.NEGATIVE_INFINITY) return -100;
  // From here on a rate would have been below nothing: as far as per cents go.
  return effect >= observed ? (effect > 0 ? Number.POSITIVE_INFINITY : -100) : 100 * (effect / (observed - effect));
}
