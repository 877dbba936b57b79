const PLAIN = /^-?\d{1,15}(\.\d{1,20})?$/;
const WHOLE = /^\d{1,15}(\.0{1,3})?$/;

/**
 * Reads a number written in plain decimal digits, such as "-1.771"; null for anything else: no thousands separator, no
 * exponent, no formula.
 */
export function plainNumber(text: string): number | null {
  return PLAIN.test(text) ? Number(text) : null;
}

/** Reads a count written "1553" or "1553.0"; null for anything else. */
export function wholeNumber(text: string): number | null {
  return WHOLE.test(text) ? Number(text) : null;
}
