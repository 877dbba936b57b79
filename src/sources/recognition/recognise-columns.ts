import type { TextSource } from '../text-source.ts';
import { NOT_IMPORTED_YET, STREET_COLUMNS } from './known-layouts.ts';
import type { Recognised } from './recognised.ts';

/** Recognises a CSV file by the columns its first line names. */
export function recogniseColumns(columns: string[], sources: readonly TextSource[]): Recognised {
  const repeated = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (repeated !== undefined) {
    return refused(`names the column "${repeated}" twice, so it is not clear which counts: download it again`);
  }
  if (STREET_COLUMNS.every((column) => columns.includes(column))) return recogniseStreet(columns);
  const waiting = NOT_IMPORTED_YET.find((layout) => layout.columns.every((column) => columns.includes(column)));
  if (waiting) return { kind: 'waiting', what: waiting.what };
  for (const source of sources) {
    const known = source.knows({ kind: 'csv', columns });
    if (typeof known === 'object') return refused(known.refused);
    if (known) return { kind: 'text', source };
  }
  return refused(unknownColumns(columns, sources));
}

function recogniseStreet(columns: string[]): Recognised {
  const inOrder = columns.length === STREET_COLUMNS.length && STREET_COLUMNS.every((name, at) => columns[at] === name);
  return inOrder
    ? { kind: 'street', columns }
    : refused(
        'has the columns of a data.police.uk street file but not in their official order: download it again and leave it as it is',
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
    'street archives and CSVs of data.police.uk',
    'boundaries as GeoJSON',
    ...sources.map(({ reads }) => reads),
  ];
  return `Wardroom reads ${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function refused(because: string): Recognised {
  return { kind: 'refused', because };
}
