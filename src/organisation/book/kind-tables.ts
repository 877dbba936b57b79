import type { Days } from '../post-book.ts';
import type { BookRows, KindName } from './book-rows.ts';

/** What decides how the rows of an import are written. */
export interface Writing {
  unit: string;
  synthetic: boolean;
  /** Who, and when. */
  actor: string;
  at: Date;
  /** Ids by reference, of what rows speak of. */
  ids: Readonly<Record<'officer' | 'post' | 'course' | 'asset', ReadonlyMap<string, string>>>;
}

type Values = Readonly<Record<string, unknown>>;

/** Where a kind of row is written: its table, its columns with their types, and which of them name a row. */
export interface KindTable<Row> {
  table: string;
  columns: Readonly<Record<string, string>>;
  /** Columns that name a row; of a range, its first day. */
  key: readonly string[];
  values(row: Row, writing: Writing): Values;
  /** Whether its rows count their versions. */
  counted: boolean;
  /** Columns that stay as they were first written. */
  once?: readonly string[];
}

const daterange = ({ from, until }: Days): string => `[${from},${until ?? ''})`;
const DATED = { during: 'daterange' };
const OF_UNIT = { unit: 'text', synthetic: 'boolean' };
const ofUnit = ({ unit, synthetic }: Writing) => ({ unit, synthetic });

export type KindTables = { [Kind in Exclude<KindName, 'units' | 'officers'>]: KindTable<BookRows[Kind]> };

/** The tables of every kind of row but units, which have a table beside, and officers, who are written with their ranks. */
export const KIND_TABLES: KindTables = {
  clusters: {
    table: 'organisation.cluster',
    columns: {
      ...OF_UNIT,
      name: 'text',
      borough_code: 'text',
      boundary_version: 'text',
      ward_codes: 'text[]',
      ...DATED,
      source: 'text',
    },
    key: ['unit', 'synthetic', 'name', 'during'],
    values: ({ name, boroughCode, boundaryVersion, wards, during, source }, writing) => ({
      ...ofUnit(writing),
      name,
      borough_code: boroughCode,
      boundary_version: boundaryVersion,
      ward_codes: wards,
      during: daterange(during),
      source,
    }),
    counted: false,
  },
  posts: {
    table: 'organisation.post',
    columns: {
      ...OF_UNIT,
      reference: 'text',
      title: 'text',
      rank: 'text',
      strand: 'text',
      team: 'text',
      duty: 'text',
      full_time_equivalents: 'numeric',
      borough_codes: 'text[]',
      ward_codes: 'text[]',
      boundary_version: 'text',
      ward_class: 'text',
      leads_borough: 'text',
      leads_strand: 'text',
      funded_by: 'text',
      funded_until: 'date',
      moved_from: 'text',
      expected_filled: 'date',
      ...DATED,
      source: 'text',
    },
    key: ['unit', 'reference'],
    values: (post, writing) => ({
      ...ofUnit(writing),
      reference: post.reference,
      title: post.title,
      rank: post.rank,
      strand: post.strand,
      team: post.team,
      duty: post.duty,
      full_time_equivalents: post.fullTimeEquivalents,
      borough_codes: post.shares.map(({ boroughCode }) => boroughCode),
      ward_codes: post.wards,
      boundary_version: post.boundaryVersion,
      ward_class: post.wardClass,
      leads_borough: post.leadsBorough,
      leads_strand: post.leadsStrand,
      funded_by: post.fundedBy,
      funded_until: post.fundedUntil,
      moved_from: post.movedFrom,
      expected_filled: post.expectedFilled,
      during: daterange(post.during),
      source: post.source,
    }),
    counted: true,
  },
  postings: {
    table: 'organisation.posting',
    columns: {
      officer: 'bigint',
      post: 'bigint',
      fraction: 'numeric',
      ...DATED,
      kind: 'text',
      returns_on: 'date',
      from_unit: 'text',
    },
    key: ['officer', 'post', 'during'],
    values: ({ officer, post, fraction, during, kind, returnsOn, fromUnit }, { ids }) => ({
      officer: ids.officer.get(officer),
      post: ids.post.get(post),
      fraction,
      during: daterange(during),
      kind,
      returns_on: returnsOn,
      from_unit: fromUnit,
    }),
    counted: true,
  },
  absences: {
    table: 'organisation.absence',
    columns: { officer: 'bigint', kind: 'text', ...DATED },
    key: ['officer', 'kind', 'during'],
    values: ({ officer, kind, during }, { ids }) => ({
      officer: ids.officer.get(officer),
      kind,
      during: daterange(during),
    }),
    counted: true,
  },
  budget: {
    table: 'organisation.budget',
    columns: {
      ...OF_UNIT,
      borough_code: 'text',
      year: 'text',
      rank: 'text',
      full_time_equivalents: 'numeric',
      ...DATED,
      source: 'text',
    },
    key: ['unit', 'synthetic', 'borough_code', 'year', 'rank'],
    values: ({ boroughCode, year, rank, fullTimeEquivalents, during, source }, writing) => ({
      ...ofUnit(writing),
      borough_code: boroughCode,
      year,
      rank,
      full_time_equivalents: fullTimeEquivalents,
      during: daterange(during),
      source,
    }),
    counted: false,
  },
  'establishment-changes': {
    table: 'organisation.establishment_change',
    columns: {
      ...OF_UNIT,
      reference: 'text',
      title: 'text',
      begins: 'date',
      completes: 'date',
      borough_code: 'text',
      strand: 'text',
      team: 'text',
      rank: 'text',
      promised: 'numeric',
      source: 'text',
    },
    key: ['unit', 'reference'],
    values: ({ boroughCode, ...change }, writing) => ({ ...ofUnit(writing), borough_code: boroughCode, ...change }),
    counted: false,
  },
  'earlier-allocation': {
    table: 'organisation.earlier_allocation',
    columns: {
      ...OF_UNIT,
      name: 'text',
      as_at: 'date',
      boundary_version: 'text',
      ward_code: 'text',
      officers: 'integer',
      pcsos: 'integer',
      source: 'text',
    },
    key: ['unit', 'name', 'as_at', 'ward_code'],
    values: ({ name, asAt, boundaryVersion, wardCode, officers, pcsos, source }, writing) => ({
      ...ofUnit(writing),
      name,
      as_at: asAt,
      boundary_version: boundaryVersion,
      ward_code: wardCode,
      officers,
      pcsos,
      source,
    }),
    counted: false,
  },
  courses: {
    table: 'organisation.course',
    columns: {
      ...OF_UNIT,
      reference: 'text',
      title: 'text',
      required_of_everyone: 'boolean',
      required_of_ranks: 'text[]',
      required_of_teams: 'text[]',
      valid_months: 'integer',
      external_trainer: 'text',
      ...DATED,
    },
    key: ['unit', 'reference'],
    values: ({ reference, title, requiredOf, validMonths, externalTrainer, during }, writing) => ({
      ...ofUnit(writing),
      reference,
      title,
      required_of_everyone: requiredOf.everyone,
      required_of_ranks: requiredOf.ranks,
      required_of_teams: requiredOf.teams,
      valid_months: validMonths,
      external_trainer: externalTrainer,
      during: daterange(during),
    }),
    counted: false,
  },
  training: {
    table: 'organisation.training',
    columns: { officer: 'bigint', course: 'bigint', completed_on: 'date', expires_on: 'date' },
    key: ['officer', 'course', 'completed_on'],
    values: ({ officer, course, completedOn, expiresOn }, { ids }) => ({
      officer: ids.officer.get(officer),
      course: ids.course.get(course),
      completed_on: completedOn,
      expires_on: expiresOn,
    }),
    counted: false,
  },
  assets: {
    table: 'organisation.asset',
    columns: { ...OF_UNIT, reference: 'text', kind: 'text', name: 'text', borough_code: 'text', ...DATED },
    key: ['unit', 'reference'],
    values: ({ reference, kind, name, boroughCode, during }, writing) => ({
      ...ofUnit(writing),
      reference,
      kind,
      name,
      borough_code: boroughCode,
      during: daterange(during),
    }),
    counted: true,
  },
  bookings: {
    table: 'organisation.booking',
    columns: {
      asset: 'bigint',
      borough_code: 'text',
      during: 'tstzrange',
      purpose: 'text',
      booked_by: 'text',
      booked_at: 'timestamptz',
    },
    key: ['asset', 'during'],
    values: ({ asset, boroughCode, from, until, purpose }, { ids, actor, at }) => ({
      asset: ids.asset.get(asset),
      borough_code: boroughCode,
      during: `[${from},${until})`,
      purpose,
      booked_by: actor,
      booked_at: at,
    }),
    counted: true,
    once: ['booked_by', 'booked_at'],
  },
};
