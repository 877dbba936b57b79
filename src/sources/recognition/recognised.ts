import type { IncidentKindName } from '../incidents/incident-kinds.ts';
import type { TextSource } from '../text-source.ts';

/** What a file's first bytes say it is. */
export type Recognised =
  | { kind: 'archive' }
  | { kind: 'geojson' }
  | { kind: IncidentKindName }
  | { kind: 'text'; source: TextSource }
  /** Half a sentence that follows the file's name: "is an Excel workbook …". */
  | { kind: 'refused'; because: string };
