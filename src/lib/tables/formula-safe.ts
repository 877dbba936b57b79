/**
 * Characters with which a spreadsheet takes a cell for a formula, their full-width forms among them.
 * @source OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Text as it may stand in a CSV: an apostrophe comes before what a spreadsheet would take for a formula. */
export function formulaSafe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
