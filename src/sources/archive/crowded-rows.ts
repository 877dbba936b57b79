const LINE_FEED = 10;
const COMMA = 44;
/** Rows of incidents have up to 314 bytes; shorter ones are not looked into, which would take time in millions of them. */
const USUAL_BYTES = 400;
/** No file of incidents has so many columns. */
const USUAL_FIELDS = 100;
const MOST = 50_000_000;

/** Counts lines while a file's bytes go by, and sees when rows have far more fields than any can have. */
export interface RowWatch {
  /** @returns line feeds in the chunk */
  see(chunk: Uint8Array): number;
  /** Call it where a file ends: what comes next is another row. */
  endFile(): void;
  isCrowded(): boolean;
}

/**
 * The lake notes each field too many of a row by itself, with the whole row: a single row of 50,000 fields came to 5 GB.
 * So what rows would come to is added up over all files: fields too many times the row's bytes, at most 50 MB.
 */
export function rowWatch(): RowWatch {
  /** Of the row whose end is not there yet. */
  let [bytes, commas] = [0, 0];
  let cost = 0;
  const endRow = (part: Uint8Array): void => {
    const length = bytes + part.length;
    if (length > USUAL_BYTES) cost += Math.max(commas + count(part, COMMA) - USUAL_FIELDS, 0) * length;
    [bytes, commas] = [0, 0];
  };
  return {
    see(chunk) {
      let lines = 0;
      let start = 0;
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, start)) {
        if (bytes + at - start > USUAL_BYTES) endRow(chunk.subarray(start, at));
        else if (bytes > 0) [bytes, commas] = [0, 0];
        start = at + 1;
        lines += 1;
      }
      const rest = chunk.subarray(start);
      bytes += rest.length;
      commas += count(rest, COMMA);
      return lines;
    },
    endFile: () => endRow(new Uint8Array()),
    isCrowded: () => cost > MOST,
  };
}

function count(bytes: Uint8Array, wanted: number): number {
  let found = 0;
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) found += 1;
  return found;
}
