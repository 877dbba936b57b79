import { z } from 'zod';
import { BOUNDARY_VERSIONS } from '../../geography/index.ts';
import { STRANDS } from '../reference/strands.ts';

/** A row of the book as the records give it: the first day and the day after the last, side by side. */
const dated = <Row extends { from: string; until: string | null }>(row: z.ZodType<Row>) =>
  row.transform(({ from, until, ...rest }) => ({ ...rest, during: { from, until } }));

const days = { from: z.string(), until: z.string().nullable() };
const boundaryVersion = z.enum(BOUNDARY_VERSIONS);
const strand = z.enum(STRANDS);
const number = z.coerce.number();
const text = z.string();
const orNull = text.nullable();
const list = z.array(text);
const synthetic = z.boolean();

export const boroughRow = dated(z.object({ code: text, name: text, ...days }));

export const clusterRow = dated(
  z.object({
    name: text,
    boroughCode: text,
    boundaryVersion,
    wards: list,
    source: text,
    synthetic,
    ...days,
  }),
);

export const postRow = dated(
  z.object({
    reference: text,
    title: text,
    rank: text,
    strand,
    team: orNull,
    duty: z.enum(['ward', 'pan-borough', 'leadership']),
    fullTimeEquivalents: number,
    shares: z.array(z.object({ boroughCode: text, fraction: number })),
    wards: list,
    boundaryVersion: boundaryVersion.nullable(),
    wardClass: z.enum(['floor', 'extra']).nullable(),
    leadsBorough: orNull,
    leadsStrand: strand.nullable(),
    fundedBy: orNull,
    fundedUntil: orNull,
    movedFrom: orNull,
    expectedFilled: orNull,
    source: text,
    synthetic,
    ...days,
  }),
);

export const officerRow = z.object({
  reference: text,
  name: text,
  ranks: z
    .array(z.object({ rank: text, from: text, until: orNull }))
    .transform((ranks) => ranks.map(({ rank, from, until }) => ({ rank, during: { from, until } }))),
  synthetic,
});

export const postingRow = dated(
  z.object({
    officer: text,
    post: text,
    fraction: number,
    kind: z.enum(['posting', 'rotation', 'acting']),
    returnsOn: orNull,
    fromUnit: orNull,
    ...days,
  }),
);

export const absenceRow = dated(z.object({ officer: text, kind: z.enum(['absent', 'adjusted-duties']), ...days }));

export const budgetRow = dated(
  z.object({
    boroughCode: text,
    year: text,
    rank: text,
    fullTimeEquivalents: number,
    source: text,
    synthetic,
    ...days,
  }),
);

export const changeRow = z.object({
  reference: text,
  title: text,
  begins: text,
  completes: text,
  boroughCode: orNull,
  strand: strand.nullable(),
  team: orNull,
  rank: orNull,
  promised: number.nullable(),
  source: text,
  synthetic,
});

export const earlierRow = z.object({
  name: text,
  asAt: text,
  boundaryVersion,
  wardCode: text,
  officers: number,
  pcsos: number,
  source: text,
  synthetic,
});

export const courseRow = dated(
  z.object({
    reference: text,
    title: text,
    requiredOf: z.object({ everyone: z.boolean(), ranks: list, teams: list }),
    validMonths: number.nullable(),
    externalTrainer: orNull,
    synthetic,
    ...days,
  }),
);

export const trainingRow = z.object({ officer: text, course: text, completedOn: text, expiresOn: orNull });

export const assetRow = dated(
  z.object({
    reference: text,
    kind: z.enum(['building', 'vehicle', 'technology']),
    name: text,
    boroughCode: text,
    synthetic,
    ...days,
  }),
);

const instant = text.transform((each) => new Date(each).toISOString());

export const bookingRow = z.object({ asset: text, boroughCode: text, from: instant, until: instant, purpose: text });

type Rows<Row extends z.ZodType> = z.output<Row>[];

/** What the records hold of a unit's book, as far as whoever asks may see it; made-up rows beside real ones. */
export interface HeldBook {
  boroughs: Rows<typeof boroughRow>;
  clusters: Rows<typeof clusterRow>;
  posts: Rows<typeof postRow>;
  officers: Rows<typeof officerRow>;
  postings: Rows<typeof postingRow>;
  absences: Rows<typeof absenceRow>;
  budgets: Rows<typeof budgetRow>;
  changes: Rows<typeof changeRow>;
  earlier: Rows<typeof earlierRow>;
  courses: Rows<typeof courseRow>;
  training: Rows<typeof trainingRow>;
}

/** The shared assets of a unit and their bookings. */
export interface HeldAssets {
  assets: Rows<typeof assetRow>;
  bookings: Rows<typeof bookingRow>;
}
