import { free, named, otherwise, yesOrNo } from '../column.ts';
import { bookKind } from '../kind.ts';
import type { Places, Read } from '../places.ts';

/** What a book says of itself. */
export interface About {
  name: string;
  unit: string;
  source: string;
  /** Made up, for a demonstration. */
  synthetic: boolean;
}

/** book.csv: one line about the whole. */
export const about = bookKind({
  one: 'description of the book',
  many: 'descriptions of the book',
  says: 'What the book is, in one line; a folder may do without.',
  columns: {
    name: named('name of the book'),
    unit: named('name of the command unit'),
    source: free('where all of it was taken from'),
    synthetic: otherwise(yesOrNo('whether it is made up'), false, 'no'),
  },
  build: (value): Read<About> => ({ value }),
  values: (value) => value,
  key: ({ name }) => [name],
  called: ({ name }) => `book ${name}`,
});

export const ABOUT_COLUMNS = about.columns;

/** A book is of one unit: the one it is imported to. */
export function readAbout(cells: ReadonlyMap<string, string>, places: Places): Read<About> {
  const read = about.read(cells, places);
  if ('because' in read) return { because: read.because.join(' ') };
  const { unit } = read.row;
  return unit.toLowerCase() === places.unit.toLowerCase()
    ? { value: { ...read.row, unit: places.unit } }
    : { because: `unit: it is the book of ${unit}, not of ${places.unit}: name its unit with --unit.` };
}
