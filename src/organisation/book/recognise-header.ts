import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import type { KindName } from './book-rows.ts';
import { ABOUT_COLUMNS } from './kinds/about.ts';
import { quoted } from './quoted.ts';

export type Recognised = { kind: 'rows'; name: KindName } | { kind: 'about' } | { kind: 'refused'; because: string };

/** What a file holds, by the names of its columns: all that are needed and none that are unknown. */
export function recogniseHeader(header: readonly string[]): Recognised {
  const twice = header.find((column, at) => header.indexOf(column) !== at);
  if (twice !== undefined)
    return { kind: 'refused', because: `The column ${quoted(twice)} stands there twice: take one out.` };
  const known = [
    ...KIND_NAMES.map((name) => ({ name, columns: BOOK_KINDS[name].columns })),
    { name: 'book' as const, columns: ABOUT_COLUMNS },
  ];
  const judged = known
    .map(({ name, columns }) => ({
      name,
      missing: columns.filter((column) => column.needed && !header.includes(column.name)).map((column) => column.name),
      unknown: header.filter((column) => !columns.some((each) => each.name === column)),
      columns: columns.map((column) => column.name),
    }))
    .toSorted((a, b) => a.missing.length + a.unknown.length - (b.missing.length + b.unknown.length));
  const [nearest] = judged;
  if (nearest === undefined) throw new RangeError('No kind of file is known.');
  const { name, missing, unknown, columns } = nearest;
  if (missing.length + unknown.length === 0) return name === 'book' ? { kind: 'about' } : { kind: 'rows', name };
  const shared = header.filter((column) => columns.includes(column));
  if (shared.length === 0)
    return {
      kind: 'refused',
      because: `No file of a book has these columns: name them as one of ${kindsNamed()} does.`,
    };
  const lacks = missing.length === 0 ? '' : ` lacks ${missing.join(', ')}`;
  const has = unknown.length === 0 ? '' : ` has ${unknown.map((column) => quoted(column)).join(', ')}, which none has`;
  const faults = [lacks, has].filter((each) => each !== '').join(' and');
  return {
    kind: 'refused',
    because: `It looks like ${name}.csv but${faults}: the columns of ${name}.csv are ${columns.join(', ')}.`,
  };
}

const kindsNamed = () => KIND_NAMES.map((name) => `${name}.csv`).join(', ');
