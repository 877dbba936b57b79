/** Letters of a row that could not be read which are kept. */
const MOST_KEPT = 300;
const NUMBER = /^["']?[A-Za-z]{0,4}-?\d[\d:./TZ+-]*["']?$/;

/**
 * What is kept of a row that could not be taken apart: numbers, days and times alone, with "…" for everything else. Any word
 * of it may say which kind of leave it was.
 */
export function numbersOfRow(raw: string): string {
  const parts = raw.slice(0, 100_000).split(/([,;\s]+)/u);
  const text = parts
    .map((part, index) =>
      index % 2 === 1 ? part.replaceAll(/\s+/gu, ' ') : part === '' || NUMBER.test(part) ? part : '…',
    )
    .join('')
    .replaceAll(/…(?: …)+/gu, '…');
  return text.length > MOST_KEPT ? `${text.slice(0, MOST_KEPT)}…` : text;
}
