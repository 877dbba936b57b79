import type { TextSource } from '../text-source.ts';

/** What a file's first bytes say it is. */
export type Recognised =
  | { kind: 'archive' }
  | { kind: 'geojson' }
  | { kind: 'street'; columns: string[] }
  | { kind: 'text'; source: TextSource }
  /** Known but not imported yet; what it is, such as "a data.police.uk outcomes file". */
  | { kind: 'waiting'; what: string }
  /** Half a sentence that follows the file's name: "is an Excel workbook …". */
  | { kind: 'refused'; because: string };
