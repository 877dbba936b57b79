const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** "6,967". Rounds to the nearest whole number. */
export function wholeNumber(value: number): string {
  return WHOLE.format(value);
}
