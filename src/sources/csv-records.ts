/** One record of a CSV text; fields is null when its quotation marks do not close or close in mid-field. */
export interface CsvRecord {
  fields: string[] | null;
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
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
    if (!line.includes('"')) {
      if (line !== '') yield { fields: line.split(',') };
      start = end + 1;
    } else {
      const quoted = readQuoted(text, start);
      yield { fields: quoted.fields };
      start = quoted.next;
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
