/** A kind of official area, the smallest first; a lookup leads from a smaller one to a larger. */
const UNITS = [
  { unit: 'OA', spellings: ['OA'], code: /^[EWS]00\d{6}$/ },
  { unit: 'LSOA', spellings: ['LSOA'], code: /^[EWS]01\d{6}$/ },
  { unit: 'MSOA', spellings: ['MSOA'], code: /^[EWS]02\d{6}$/ },
  { unit: 'WD', spellings: ['WD', 'WARD'], code: /^([EW]05|S13|N08)\d{6}$/ },
  { unit: 'LAD', spellings: ['LAD', 'LTLA', 'LA'], code: /^(E0[6-9]|W06|S12|N09)\d{6}$/ },
] as const;

/** Set of areas whose codes a column holds: "WD24CD" and "ward24_code" are wards of 2024. */
export interface CodeColumn {
  column: string;
  /** Such as "WD24". */
  set: string;
  unit: (typeof UNITS)[number]['unit'];
  /** Two digits. */
  year: string;
  /** What its codes look like. */
  code: RegExp;
}

const SPELLING = /^([A-Za-z]+)(\d{2})(CD|_code)$/i;

/** Reads a column's name of the form XXnnCD or xxnn_code; null when it is none, or of areas Wardroom has no use for. */
export function codeColumn(column: string): CodeColumn | null {
  const [, name, year] = SPELLING.exec(column) ?? [];
  const known = UNITS.find(({ spellings }) => spellings.some((spelling) => spelling === name?.toUpperCase()));
  if (known === undefined || year === undefined) return null;
  return { column, set: `${known.unit}${year}`, unit: known.unit, year, code: known.code };
}

/** The two columns a lookup leads between. */
export interface LookupColumns {
  from: CodeColumn;
  to: CodeColumn;
  /** The same kind of area at two dates: an area may come several times, because it was split. */
  isChange: boolean;
}

/** Which larger areas a lookup is wanted for, the most wanted first. */
const WANTED: readonly CodeColumn['unit'][] = ['WD', 'LAD', 'MSOA', 'LSOA'];

/**
 * From which areas to which a table leads: from the smallest, to the same of another date where it has those, else to
 * wards, districts, or what else it has. Further columns repeat what other lookups say.
 * @returns null when there are not two sets
 */
export function lookupColumns(columns: readonly string[]): LookupColumns | null {
  const coded = columns.flatMap((column) => codeColumn(column) ?? []);
  const size = ({ unit }: CodeColumn): number => UNITS.findIndex((known) => known.unit === unit);
  const [from, ...others] = coded.toSorted((a, b) => size(a) - size(b) || (a.year < b.year ? -1 : 1));
  if (from === undefined) return null;
  const newer = others.find(({ unit, year }) => unit === from.unit && year !== from.year);
  if (newer !== undefined) return { from, to: newer, isChange: true };
  const larger = WANTED.flatMap((unit) => others.find((each) => each.unit === unit) ?? []);
  const [to] = larger;
  return to === undefined || to.unit === from.unit ? null : { from, to, isChange: false };
}
