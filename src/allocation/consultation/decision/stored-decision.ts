import { z } from 'zod';
import type { Stability } from '../../stability/model.ts';
import { type Decision, PARTY_KINDS } from '../model.ts';

const byName = z.record(z.string(), z.number());
const bounds = z.record(z.string(), z.tuple([z.number(), z.number()]));
const party = z.object({
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  borough: z.string().nullable(),
  ward: z.string().nullable(),
});

const stability = z.object({
  samples: z.number(),
  seed: z.number(),
  samplingError: z.number(),
  within: z.array(z.object({ name: z.string(), bounds })).nullable(),
  components: z.array(z.string()),
  officers: z.number(),
  wards: z.array(
    z.object({
      code: z.string(),
      shares: byName,
      ranks: byName,
      driver: z.string().nullable(),
      direction: z.enum(['more', 'fewer']).nullable(),
      runnerUp: z.object({ component: z.string(), direction: z.enum(['more', 'fewer']) }).optional(),
    }),
  ),
  remarks: z.array(z.string()),
}) satisfies z.ZodType<Stability, unknown>;

/** A decision as it is kept with its plan; what is not of one is left out, so that nothing else is ever published with it. */
export const storedDecision = z.object({
  review: z.object({
    id: z.number(),
    number: z.string(),
    name: z.string(),
    question: z.string(),
    opensOn: z.string(),
    closesOn: z.string(),
    invited: z.array(party),
    synthetic: z.boolean(),
  }),
  proposals: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      party,
      on: z.string(),
      weights: byName,
      bounds: bounds.nullable(),
      comment: z.string().nullable(),
      officers: byName.nullable(),
    }),
  ),
  chosen: z.number(),
  reasons: z.string(),
  on: z.string(),
  figures: z.enum(['as opened', 'as revised']),
  revised: z.string().nullable(),
  stability,
  stabilityWithin: stability.nullable(),
}) satisfies z.ZodType<Decision, unknown>;
