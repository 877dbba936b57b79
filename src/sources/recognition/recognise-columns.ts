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
  return refused(unknownColumns(columns, sources));
}

function recogniseIncidents(columns: readonly string[], layout: (typeof INCIDENT_LAYOUTS)[number]): Recognised {
  const inOrder = columns.length === layout.columns.length && layout.columns.every((name, at) => columns[at] === name);
  return inOrder
    ? { kind: layout.kind }
    : refused(
        `has the columns of ${layout.what} but not all ${layout.columns.length} in their official order: download it again and leave it as it is`,
      );
}

function unknownColumns(columns: string[], sources: readonly TextSource[]): string {
  const named = columns.filter((column) => column !== '').slice(0, 4);
  const shown = named.map((column) => `"${column.slice(0, 30)}"`).join(', ');
  return `is not a file Wardroom knows (its first line reads ${shown || 'nothing'}): ${whatIsRead(sources)}`;
}

/** What can be imported, for a refusal. */
export function whatIsRead(sources: readonly TextSource[]): string {
  const all = [
    'archives and CSVs of street-level crime, outcomes, and stop and search of data.police.uk',
    'boundaries as GeoJSON',
    ...sources.map(({ reads }) => reads),
  ];
  return `Wardroom reads ${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function refused(because: string): Recognised {
  return { kind: 'refused', because };
}
