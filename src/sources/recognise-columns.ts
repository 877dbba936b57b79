import { MONTH_COLUMN, MPS_COLUMNS, NOT_IMPORTED_YET, STREET_COLUMNS, WHAT_IS_READ } from './known-layouts.ts';
import type { Recognised } from './recognised.ts';

/** Recognises a CSV file by the columns its first line names. */
export function recogniseColumns(columns: string[]): Recognised {
  const repeated = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (repeated !== undefined) {
    return refused(`names the column "${repeated}" twice, so it is not clear which counts: download it again`);
  }
  if (STREET_COLUMNS.every((column) => columns.includes(column))) return recogniseStreet(columns);
  const has = (names: readonly string[]): boolean => names.some((name) => columns.includes(name));
  const waiting = NOT_IMPORTED_YET.find((layout) => layout.columns.every((column) => columns.includes(column)));
  if (waiting) return { kind: 'waiting', what: waiting.what };
  const months = columns.filter((column) => MONTH_COLUMN.test(column));
  const places = has(MPS_COLUMNS.borough) || has(MPS_COLUMNS.wardCode);
  if (places && months.length > 0) {
    if (!has(MPS_COLUMNS.major) || !has(MPS_COLUMNS.minor)) {
      return refused(
        'looks like a monthly crime file of the Metropolitan Police that has lost its category columns (MajorText and MinorText): download it again',
      );
    }
    return { kind: has(MPS_COLUMNS.wardCode) ? 'mps-ward' : 'mps-borough', columns };
  }
  return refused(unknownColumns(columns));
}

function recogniseStreet(columns: string[]): Recognised {
  const inOrder = columns.length === STREET_COLUMNS.length && STREET_COLUMNS.every((name, at) => columns[at] === name);
  return inOrder
    ? { kind: 'street', columns }
    : refused(
        'has the columns of a data.police.uk street file but not in their official order: download it again and leave it as it is',
      );
}

function unknownColumns(columns: string[]): string {
  const named = columns.filter((column) => column !== '').slice(0, 4);
  const shown = named.map((column) => `"${column.slice(0, 30)}"`).join(', ');
  return `is not a file Wardroom knows (its first line reads ${shown || 'nothing'}): ${WHAT_IS_READ}`;
}

function refused(because: string): Recognised {
  return { kind: 'refused', because };
}
