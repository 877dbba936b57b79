import type {
  Absence,
  Budget,
  Cluster,
  Course,
  Days,
  EarlierAllocation,
  EstablishmentChange,
  Post,
  Posting,
  Training,
} from '../post-book.ts';

/** A borough that a command unit polices for some days; a unit of several has several. */
export interface BoroughOfUnit {
  force: string;
  /** Name of the command unit. */
  unit: string;
  boroughCode: string;
  during: Days;
  source: string;
}

/** A rank that an officer holds for some days; who held several has several. */
export interface OfficerRank {
  reference: string;
  name: string;
  rank: string;
  during: Days;
}

/** A building, a vehicle or technology that the unit shares. */
export interface Asset {
  reference: string;
  kind: 'building' | 'vehicle' | 'technology';
  name: string;
  /** Where it is kept. */
  boroughCode: string;
  during: Days;
}

/** The use of an asset, from one instant to another, ISO in UTC. */
export interface Booking {
  /** Reference of the asset. */
  asset: string;
  /** For whose policing it is used. */
  boroughCode: string;
  from: string;
  until: string;
  purpose: string;
}

/** The rows of a book by kind, as its files have them. */
export interface BookRows {
  /** Of every unit, not only of the one whose book it is: a borough belongs to one. */
  units: BoroughOfUnit;
  posts: Post;
  officers: OfficerRank;
  postings: Posting;
  absences: Absence;
  clusters: Cluster;
  budget: Budget;
  'establishment-changes': EstablishmentChange;
  'earlier-allocation': EarlierAllocation;
  courses: Course;
  training: Training;
  assets: Asset;
  bookings: Booking;
}

/** A kind of row, by the name of the file it is exported to. */
export type KindName = keyof BookRows;

/** Where a row stands in what was handed over. */
export interface At {
  file: string;
  /** Number of its first line; null where it is about a whole file. */
  line: number | null;
}

/** A row of the book as it will be: of a file, or held already. */
export interface Standing<Row> {
  row: Row;
  /** null: held already, and not in the files. */
  at: At | null;
}

export type StandingBook = { [Kind in KindName]: Standing<BookRows[Kind]>[] };
export type HeldRows = { [Kind in KindName]: BookRows[Kind][] };

/** What is held of a unit's book. */
export interface Held {
  rows: HeldRows;
}

/** Why something was not imported: where, and one sentence that says what to do. */
export interface BookRefusal extends At {
  sentence: string;
}

/** What stands in lines that cannot be read, so that what speaks of it is not blamed as well. */
export interface Unread {
  /** References of posts, officers, courses and assets. */
  references: ReadonlySet<string>;
  /** Officers of postings. */
  officers: ReadonlySet<string>;
  /** Whether there are lines of which nothing can be told. */
  lines: boolean;
}
