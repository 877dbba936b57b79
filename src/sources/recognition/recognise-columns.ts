import type { TextSource } from '../text-source.ts';
import { INCIDENT_LAYOUTS } from './known-layouts.ts';
import type { Recognised } from './recognised.ts';

/** Recognises a CSV file by the columns its first line names. */
export function recogniseColumns(columns: string[], sources: readonly TextSource[]): Recognised {
  const repeated = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (repeated !== undefined) {
    return refused(`names the column "${repeated}" twice, so it is not clear which counts: download it again`);
  }
  const layout = INCIDENT_LAYOUTS.find(({ tells }) => tells.every((column) => columns.includes(column)));
  if (layout) return recogniseIncidents(columns, layout);
  for (const source of sources) {
    const known = source.knows({ kind: 'csv', columns });
    if (typeof known === 'object') return refused(known.refused);
    if (known) return { kind: 'text', source };
  }
  return refused(unknownColumns(columns));
}

function recogniseIncidents(columns: readonly string[], layout: (typeof INCIDENT_LAYOUTS)[number]): Recognised {
  const inOrder = columns.length === layout.columns.length && layout.columns.every((name, at) => columns[at] === name);
  return inOrder
    ? { kind: layout.kind }
    : refused(
        `has the columns of ${layout.what} but not all ${layout.columns.length} in their official order: download it again and leave it as it is`,
      );
}

function unknownColumns(columns: string[]): string {
  const named = columns.filter((column) => column !== '').slice(0, 4);
  const shown = named.map((column) => `"${column.slice(0, 30)}"`).join(', ');
  return `is not a file Wardroom knows (its first line reads ${shown || 'nothing'}): give one of the public files that docs/sources.md lists, as it was downloaded`;
}

function refused(because: string): Recognised {
  return { kind: 'refused', because };
}
