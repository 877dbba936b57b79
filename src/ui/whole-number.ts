const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** "6,967". Rounds to the nearest whole number. */
export function wholeNumber(value: number): string {
  // The formatter takes a microsecond or two, which a plan with a thousand ordinals feels.
  return Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : WHOLE.format(value);
}
