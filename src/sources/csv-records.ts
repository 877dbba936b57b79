/** One record of a CSV text; fields is null when its quotation marks do not close or close in mid-field. */
export interface CsvRecord {
  fields: string[] | null;
  /** Number of its first line; the first of a text is 1. */
  line: number;
  /** As it stands in the text, without the line break that ends it. */
  raw: string;
}

/**
 * Reads the records of a CSV text one by one (RFC 4180: comma, quotation mark doubled inside quotes, CRLF or LF).
 * Blank lines are skipped, a byte order mark at the start is dropped.
 * @source RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
 * @example
 * [...csvRecords('a,b\n1,"x, y"\n')].map(({ fields }) => fields); // [['a', 'b'], ['1', 'x, y']]
 */
export function* csvRecords(text: string): Generator<CsvRecord, void> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 1;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
    if (!line.includes('"')) {
      if (line !== '') yield { fields: line.split(','), line: number, raw: line };
      start = end + 1;
      number += 1;
    } else {
      const quoted = readQuoted(text, start);
      const raw = text.slice(start, quoted.next).replace(/\r?\n?$/, '');
      yield { fields: quoted.fields, line: number, raw };
      start = quoted.next;
      number += raw.split('\n').length;
    }
  }
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r?$)/y;

/** A record with quotation marks, which may hold line breaks; a malformed one ends with its line. */
function readQuoted(text: string, start: number): { fields: string[] | null; next: number } {
  const fields: string[] = [];
  FIELD.lastIndex = start;
  for (;;) {
    const match = FIELD.exec(text);
    if (!match) {
      const newline = text.indexOf('\n', start);
      return { fields: null, next: newline === -1 ? text.length : newline + 1 };
    }
    fields.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] !== ',') return { fields, next: FIELD.lastIndex };
  }
}
