import { z } from 'zod';
import { BOUNDARY_VERSIONS } from '../../geography/index.ts';
import type { HeldAbsence, HeldPosting, Member, Seat } from './model.ts';

const key = z.coerce.number().int();
const version = z.number().int();
const days = z.object({ from: z.string(), until: z.string().nullable() });

export const seatRow: z.ZodType<Seat> = z.object({
  id: key,
  version,
  unit: z.string(),
  reference: z.string(),
  title: z.string(),
  rank: z.string(),
  strand: z.string(),
  team: z.string().nullable(),
  duty: z.enum(['ward', 'pan-borough', 'leadership']),
  fullTimeEquivalents: z.coerce.number(),
  boroughs: z.array(z.string()),
  wards: z.array(z.string()),
  boundaryVersion: z.enum(BOUNDARY_VERSIONS).nullable(),
  wardClass: z.enum(['floor', 'extra']).nullable(),
  expectedFilled: z.string().nullable(),
  during: days,
});

export const memberRow: z.ZodType<Member> = z.object({
  id: key,
  unit: z.string(),
  reference: z.string(),
  name: z.string(),
  synthetic: z.boolean(),
  ranks: z.array(z.object({ rank: z.string(), during: days })),
});

export const postingRow: z.ZodType<HeldPosting> = z.object({
  id: key,
  version,
  officer: z.object({ id: key, reference: z.string(), name: z.string() }),
  post: key,
  fraction: z.coerce.number(),
  kind: z.enum(['posting', 'rotation', 'acting']),
  during: days,
  returnsOn: z.string().nullable(),
  fromUnit: z.string().nullable(),
});

export const absenceRow: z.ZodType<HeldAbsence> = z.object({
  id: key,
  version,
  officer: key,
  kind: z.enum(['absent', 'adjusted-duties']),
  during: days,
});
