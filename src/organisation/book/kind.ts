import type { Column } from './column.ts';
import type { Places, Read } from './places.ts';

type Columns<Values> = { [Name in keyof Values]: Column<Values[Name]> };

/** A kind of row as one file has it: everything that reads, compares, writes and describes it. */
export interface BookKind<Row> {
  /** What a row is called, and several: "post", "posts". */
  one: string;
  many: string;
  /** What a row is, in one sentence. */
  says: string;
  columns: readonly { name: string; says: string; needed: boolean }[];
  /** Reads the cells that a line has, by column, trimmed: the row, or one reason for each cell that cannot be. */
  read(cells: ReadonlyMap<string, string>, places: Places): { row: Row } | { because: string[] };
  /** The cells of a row, in the order of the columns. */
  write(row: Row, places: Places): string[];
  /** What makes it this row and no other: a row with the same key is the same row, changed. */
  key(row: Row): string;
  /** A name for people: "post ISL-W07-FLOOR-1". */
  called(row: Row): string;
}

/** What is said of a kind, from which the rest follows. */
interface KindSpec<Values, Row> extends Pick<BookKind<Row>, 'one' | 'many' | 'says' | 'called'> {
  columns: Columns<Values>;
  /** Makes the row of the values; what only several cells together show to be wrong is refused here. */
  build(values: Values, places: Places): Read<Row>;
  /** The values of a row. */
  values(row: Row): Values;
  /** The parts of the key. */
  key(row: Row): readonly string[];
}

/** Makes a kind of row of its columns. */
export function bookKind<Values extends object, Row>(spec: KindSpec<Values, Row>): BookKind<Row> {
  const { one, many, says, called, columns } = spec;
  const names = Object.keys(columns) as (keyof Values & string)[];
  return {
    one,
    many,
    says,
    called,
    columns: names.map((name) => ({ name, says: columns[name].says, needed: columns[name].needed })),
    read(cells, places) {
      const because: string[] = [];
      const values: Partial<Values> = {};
      const readOne = <Name extends keyof Values & string>(name: Name) => {
        const read = columns[name].read(cells.get(name) ?? '', places);
        if ('value' in read) values[name] = read.value;
        else because.push(`${name}: ${read.because}`);
      };
      for (const name of names) readOne(name);
      if (because.length > 0) return { because };
      const built = spec.build(values as Values, places);
      return 'value' in built ? { row: built.value } : { because: [built.because] };
    },
    write(row, places) {
      const values = spec.values(row);
      const writeOne = <Name extends keyof Values & string>(name: Name) => columns[name].write(values[name], places);
      return names.map((name) => writeOne(name));
    },
    key: (row) => JSON.stringify(spec.key(row)),
  };
}
