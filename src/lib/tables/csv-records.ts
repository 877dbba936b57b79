/** One record of a CSV text; fields is null when its quotation marks do not close or close in mid-field. */
export interface CsvRecord {
  fields: string[] | null;
  /** Number of its first line; the first of a text is 1. */
  line: number;
  /** As it stands in the text, without the line break that ends it. */
  raw: string;
}

/** What parts the fields of a record. */
export type Separator = ',' | ';';

/** A quoted field of more letters is a quotation mark that was never closed; the longest real one has 71. */
const LONGEST_QUOTED = 1_000_000;

/**
 * Reads the records of a CSV text one by one (RFC 4180: comma, quotation mark doubled inside quotes, CRLF or LF).
 * Blank lines are skipped, a byte order mark at the start is dropped. Takes time linear in the length, whatever the text.
 * @param longestQuoted letters a quoted field may have; quotation marks around more are taken for marks that do not close
 * @param separator what parts the fields: some countries, whose numbers have commas, write a semicolon
 * @source RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
 * @example
 * [...csvRecords('a,b\n1,"x, y"\n')].map(({ fields }) => fields); // [['a', 'b'], ['1', 'x, y']]
 */
export function* csvRecords(
  text: string,
  longestQuoted = LONGEST_QUOTED,
  separator: Separator = ',',
): Generator<CsvRecord, void> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 1;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
    if (!line.includes('"')) {
      if (line !== '') yield { fields: line.split(separator), line: number, raw: line };
      start = end + 1;
      number += 1;
    } else {
      const quoted = readQuoted(text, start, longestQuoted, separator);
      const next = quoted?.next ?? Math.min(end + 1, text.length);
      const raw = text.slice(start, next).replace(/\r?\n?$/, '');
      yield { fields: quoted?.fields ?? null, line: number, raw };
      start = next;
      number += raw.split('\n').length;
    }
  }
}

/** A record with quotation marks, which may hold line breaks, and where the next one begins; null for a malformed one. */
function readQuoted(
  text: string,
  start: number,
  longest: number,
  separator: Separator,
): { fields: string[]; next: number } | null {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? endOfQuoted(text, at + 1, longest) : endOfPlain(text, at, separator);
    if (end === -1) return null;
    fields.push(isQuoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
    at = isQuoted ? end + 1 : end;
    if (text[at] !== separator) {
      const next = afterLineBreak(text, at);
      return next === -1 ? null : { fields, next };
    }
    at += 1;
  }
}

/** Where the quotation mark stands that closes a field; -1 when it is not there within so many letters. */
function endOfQuoted(text: string, start: number, longest: number): number {
  let mark = text.indexOf('"', start);
  while (mark !== -1 && mark - start <= longest && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  return mark - start <= longest ? mark : -1;
}

const ENDS_PLAIN = new Set(['"', '\r', '\n']);

function endOfPlain(text: string, start: number, separator: Separator): number {
  let at = start;
  while (at < text.length && text[at] !== separator && !ENDS_PLAIN.has(text[at] as string)) at += 1;
  return at;
}

/** Where the text goes on after the line break, or the end of the text, that stands here; -1 when neither does. */
function afterLineBreak(text: string, at: number): number {
  const end = text[at] === '\r' ? at + 1 : at;
  if (end >= text.length) return text.length;
  return text[end] === '\n' ? end + 1 : -1;
}
